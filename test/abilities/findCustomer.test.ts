import { expect } from 'chai';
import { findCustomer } from '../../src/abilities/findCustomer.js';
import { faultOf, leaveFor, openRoom, type Room } from '../stripe/room.js';

describe('finding a customer', () => {
  let room: Room;

  before(async () => {
    room = await openRoom();
  });

  after(async () => {
    await room.close();
  });

  const leave = () => leaveFor('customers.read');
  const ava = 'cus_A1b2C3d4E5';
  const cases: readonly [
    asked: string,
    found: string | readonly string[] | null,
    paths: readonly string[],
  ][] = [
    [ava, ava, [`/v1/customers/${ava}`]],
    [`  ${ava} `, ava, [`/v1/customers/${ava}`]],
    ['cus_NOBODY', null, ['/v1/customers/cus_NOBODY']],
    ['cus_Dl1We5Rt9Yu3Io', 'cus_Dl1We5Rt9Yu3Io', ['/v1/customers/cus_Dl1We5Rt9Yu3Io']],
    ['cus_../charges', null, ['/v1/customers/search']],
    ['ava.martin@example.com', ava, ['/v1/customers']],
    ['Ava.Martin@Example.com', ava, ['/v1/customers', '/v1/customers/search']],
    ['nobody@example.com', null, ['/v1/customers', '/v1/customers/search']],
    ['Ava Martin', ava, ['/v1/customers/search']],
    ['martin', ava, ['/v1/customers/search']],
    ['James Carter', ['cus_Ew4Rt9Yu2Ip6Ka', 'cus_Sd8Fg1Hj5Kz3Xc'], ['/v1/customers/search']],
    ['Nobody Known', null, ['/v1/customers/search']],
    ['Li', null, ['/v1/customers/search']],
    ['x" OR name~"ava', null, ['/v1/customers/search']],
    ['', null, []],
    ['   ', null, []],
  ];
  for (const [asked, found, paths] of cases)
    it(`takes "${asked}" for ${found === null ? 'nobody' : String(found)}`, async () => {
      const from = room.standIn.requests.length;
      const answer = await findCustomer(asked, room.account, leave());
      expect(room.standIn.requests.slice(from).map(({ path }) => path)).to.deep.equal(paths);
      if (found === null) expect(answer).to.deep.equal({ kind: 'none' });
      else if (typeof found === 'string')
        expect(answer).to.have.nested.include({ kind: 'one', 'customer.id': found });
      else if (answer.kind === 'several')
        expect(answer.customers.map(({ id }) => id)).to.have.members([...found]);
      else expect.fail(answer.kind);
    });

  it('says that there are more than it gives', async () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      ...room.data.customers[0],
      id: `cus_twin${at}`,
      object: 'customer' as const,
      created: 1,
      livemode: false,
      email: null,
      name: 'Terry Twin',
      test_clock: null,
    }));
    room.data.customers.push(...many);
    const found = await findCustomer('Terry', room.account, leave());
    expect(found.kind === 'several' ? [found.customers.length, found.more] : found).to.deep.equal([
      100,
      true,
    ]);
  });

  it('lets every other fault through', async () => {
    room.standIn.queueFault({ kind: 'refuse', status: 403 });
    expect((await faultOf(findCustomer(ava, room.account, leave())))?.code).to.equal('no_permission');
  });
});
