import { expect } from 'chai';
import { createListCustomers, type ListCustomers } from '../../src/abilities/listCustomers.js';
import { leaveFor, openRoom, type Room } from '../stripe/room.js';
import { askingIn, seal } from './asking.js';

describe('listing customers', () => {
  let room: Room;

  before(async () => {
    room = await openRoom();
  });

  after(async () => {
    await room.close();
  });

  const answer = async (own: Omit<ListCustomers, 'do'>) => {
    const ability = createListCustomers({ seal });
    if (ability.permission === null) throw new Error('it needs a permission');
    return await ability.answer(
      { do: 'list_customers', ...own },
      askingIn(room.account),
      leaveFor(ability.permission),
    );
  };

  // One James Carter is of 27 March, the other of 26 July 2026.
  const periods: readonly [Omit<ListCustomers, 'do'>, string, number][] = [
    [{ customer: 'James Carter' }, 'Customers matching J. C.: 2 customers.', 2],
    [
      { customer: 'James Carter', from: '2026-07-01' },
      'Customers matching J. C. since 1 July: 1 customer.',
      1,
    ],
    [{ customer: 'James Carter', to: '2026-07-01' }, 'Customers matching J. C. until 1 July: 1 customer.', 1],
    [
      { customer: 'James Carter', from: '2026-11-01' },
      'No new customer matches J. C. since 1 November, in Main store.',
      0,
    ],
    [
      { customer: 'cus_A1b2C3d4E5', from: '2026-11-01' },
      'No new customer matches cus_…d4E5 since 1 November, in Main store.',
      0,
    ],
  ];
  for (const [step, summary, count] of periods)
    it(`keeps to the days that were said: ${summary}`, async () => {
      const { views, count: counted, outcome, shown } = await answer(step);
      expect(views.map((view) => view.summary)).to.deep.equal([summary]);
      expect([counted, shown?.rows.length, outcome ?? 'answered']).to.deep.equal([
        count,
        count,
        count === 0 ? 'not_found' : 'answered',
      ]);
    });

  it('says that Stripe has more than a hundred who match', async () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      id: `cus_twin${String(at).padStart(4, '0')}`,
      object: 'customer' as const,
      created: 1_790_000_000 + at,
      livemode: false,
      email: null,
      name: 'Terry Twin',
      test_clock: null,
    }));
    room.data.customers.push(...many);
    const { views } = await answer({ customer: 'Terry Twin' });
    expect(views[0]?.summary).to.equal('Customers matching T. T.: 100 customers, newest 100 only.');
  });
});
