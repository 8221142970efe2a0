import { expect } from 'chai';
import { says } from '../recognition/modelTalk.js';
import { doing, everybody, holds, lacking, roles } from './rightsTable.js';
import { openWays, type People, type Spoken, type Way, type Ways } from './rightsWays.js';
import type { Card } from './talk.js';

/** A step of a plan, what it takes, what Stripe is asked for it, and the card that answers. */
interface Ability {
  step: { do: string } & Record<string, unknown>;
  needs: readonly string[];
  asks: readonly string[];
  card: string;
}

const ava = 'ava.martin@example.com';
const ability = (
  step: Ability['step'],
  needs: readonly string[],
  card: string,
  ...asks: readonly string[]
): Ability => ({ step, needs, card, asks });

/** By hand from the contract: every step there is. A plan takes five, so they are asked in three messages. */
const abilities: readonly (readonly Ability[])[] = [
  [
    ability({ do: 'list_charges', limit: 1 }, ['charges.read'], 'charges', 'GET reads /v1/charges'),
    ability({ do: 'list_customers', limit: 1 }, ['customers.read'], 'customers', 'GET reads /v1/customers'),
    ability(
      { do: 'list_coupons', code: 'SPRING20' },
      ['coupons.read'],
      'coupons',
      'GET reads /v1/promotion_codes',
      'GET reads /v1/coupons/SPRING20',
    ),
    ability({ do: 'show_balance' }, ['balance.read'], 'balance', 'GET reads /v1/balance'),
    ability(
      { do: 'list_charges', limit: 1, customer: 'customer_1' },
      ['charges.read', 'customers.read'],
      'charges',
      'GET reads /v1/customers',
      'GET reads /v1/charges',
    ),
  ],
  [
    ability({ do: 'show_audit', limit: 1 }, ['audit.read'], 'audit'),
    ability({ do: 'show_permissions' }, [], 'permissions'),
    ability({ do: 'explain', term: 'payout' }, [], 'explain'),
    ability({ do: 'help' }, [], 'help'),
    ability({ do: 'clarify', about: 'which_data' }, [], 'notice'),
  ],
  [
    ability({ do: 'refuse', reason: 'off_topic' }, [], 'notice'),
    ability(
      { do: 'create_coupon', percent_off: 15, code: 'MATRIX15' },
      ['coupons.create'],
      'couponReview',
      'GET coupons /v1/promotion_codes',
    ),
    ability(
      { do: 'create_coupon', percent_off: 10, customer: 'customer_1' },
      ['coupons.create', 'customers.read'],
      'couponReview',
      'GET reads /v1/customers',
    ),
  ],
];
/** Names what the plans take out of a sentence; the rules alone would read a list of charges in it. */
const sentence = `charges of ${ava}, SPRING20, MATRIX15, payout`;

/** Where a person's role holds, and in which account they work. */
const accounts = [
  { name: 'their own account', entries: own, works: 'main' },
  { name: 'another account of theirs where the role does not hold', entries: elsewhere, works: 'eu' },
  { name: 'an account that is not theirs', entries: own, works: 'foreign' },
] as const;

function own(role: string | null): People[string] {
  return role === null ? [] : [{ roles: [role], accounts: ['main'] }];
}

function elsewhere(role: string | null): People[string] {
  return [...own(role), { roles: ['bystander'], accounts: ['eu'] }];
}

const idOf = (role: string | null, works: string) => `${role ?? 'stranger'}-${works}`;

const people: People = Object.fromEntries(
  everybody.flatMap((role) => accounts.map(({ entries, works }) => [idOf(role, works), entries(role)])),
);

describe('rights', function () {
  this.timeout(60_000);
  let ways: Ways;
  let cells = 0;

  before(async () => {
    ways = await openWays({ roles, people });
  });
  after(async () => await ways.close());

  const ask = async (way: Way, { asks, answers }: Spoken, asked: readonly Ability[]): Promise<Card[]> => {
    way.house.openRouter.queue(says(JSON.stringify({ steps: asked.map(({ step }) => step) })));
    const said = await asks.say(sentence);
    if (!way.group) return said;
    expect(said.map(({ text }) => text).join()).to.contain('I have answered you in our personal chat');
    return await answers.changes();
  };

  /** Switches where the person has that account, and presses the same button where they have not. */
  const work = async ({ answers }: Spoken, works: string) => {
    if (works === 'main') return;
    const [card] = await answers.send({ value: { tillkeeper: { act: 'account.use', account: 'eu' } } });
    expect(card?.text).to.contain(
      works === 'eu' ? 'From now on your questions' : 'That account is not one of yours',
    );
  };

  /** What a cell's card must say. */
  const judge = (
    card: Card | undefined,
    { needs, card: name }: Ability,
    role: string | null,
    works: string,
  ) => {
    cells += 1;
    const [first = ''] = needs;
    if (works === 'eu' && first !== '' && holds(role, [first])) {
      expect(card?.text).to.contain(`You may not ${doing[first]} in this account.`);
      return expect([card?.name, card?.buttons[0]?.title]).to.deep.equal([
        'accounts',
        'Switch to Main store',
      ]);
    }
    if (holds(role, needs)) return expect(card?.name).to.equal(name);
    expect(card?.name).to.equal('notice');
    if (role === null && works !== 'eu') return expect(card?.text).to.contain('I do not know you here yet');
    return expect(card?.text).to.contain(`may not ${doing[works === 'eu' ? first : lacking(role, needs)]}`);
  };

  for (const at of [0, 1, 2, 3])
    describe(['over Direct Line', 'over loopback', 'in Teams', 'in a group chat of Teams'][at] ?? '', () => {
      for (const role of everybody)
        it(`give ${role ?? 'a stranger'} what is theirs, in each of three accounts`, async () => {
          const way = ways.all[at];
          if (way === undefined) throw new Error('no such way');
          const from = way.house.stripe.requests.length;
          const expected: string[] = [];
          for (const { works } of accounts) {
            const spoken = await way.open(idOf(role, works));
            await work(spoken, works);
            for (const asked of abilities) {
              const cards = await ask(way, spoken, asked);
              expect(cards).to.have.length(asked.length);
              for (const [nth, each] of asked.entries()) {
                judge(cards[nth], each, role, works);
                if (holds(role, each.needs) && works !== 'eu') expected.push(...each.asks);
              }
            }
          }
          const seen = way.house.stripe.requests
            .slice(from)
            .map(({ account, key, method, path }) => `${account} ${method} ${key} ${path}`);
          const mains = expected.map((line) => `acct_demo_main ${line}`);
          expect(seen.toSorted()).to.deep.equal(mains.toSorted());
        });
    });

  const all = everybody.length * abilities.flat().length * 4 * accounts.length;
  describe('counted', () => {
    it(`are ${all} cells, and each was looked at: ${everybody.length} roles × ${abilities.flat().length} steps × 4 ways in × ${accounts.length} accounts`, () => {
      expect(cells).to.equal(all);
    });
  });
});
