import { expect } from 'chai';
import { z } from 'zod';
import { says } from '../recognition/modelTalk.js';
import { doing, everybody, holds, lacking, roles } from './rightsTable.js';
import { openWays, type People, type Spoken, type Way, type Ways } from './rightsWays.js';
import { type Card, only } from './talk.js';

const everything = roles.everything ?? { may: [] };

/** What the cards of a person's talk carried while they might do everything. */
interface Carried {
  cursor: string;
  taken: string;
  customer: string;
  resume: string;
  form: string;
  first: string;
  second: string;
}

/** A press, what it takes, what Stripe is asked for it, and the card that answers it. */
interface Act {
  name: string;
  data: (carried: Carried) => object;
  inputs?: object;
  needs: readonly string[];
  asks?: readonly string[];
  card: string;
  /** What that says, where the card alone does not tell it from a refusal. */
  says?: string;
  /** True where a group takes it too. */
  inGroups?: boolean;
}

const charges = 'GET reads /v1/charges';

/** By hand from the contract, in the order in which a card's talk goes on when everything is allowed. */
const acts: readonly Act[] = [
  {
    name: 'list.next',
    data: ({ cursor }) => ({ act: 'list.next', cursor }),
    needs: ['charges.read'],
    asks: [charges],
    card: 'charges',
  },
  {
    name: 'customer.choose',
    data: ({ customer, resume }) => ({ act: 'customer.choose', customer, resume }),
    needs: ['charges.read', 'customers.read'],
    asks: ['GET reads /v1/customers/cus_Sd8Fg1Hj5Kz3Xc', charges],
    card: 'charges',
  },
  {
    name: 'card.takeBack',
    data: ({ taken }) => ({ act: 'card.takeBack', nonce: taken }),
    needs: [],
    card: 'takenBack',
  },
  {
    name: 'card.showAgain of a list',
    data: ({ taken }) => ({ act: 'card.showAgain', resume: taken }),
    needs: ['charges.read'],
    asks: [charges],
    card: 'charges',
  },
  {
    name: 'ask',
    data: () => ({ act: 'ask', text: 'what is our balance' }),
    needs: ['balance.read'],
    asks: ['GET reads /v1/balance'],
    card: 'balance',
    inGroups: true,
  },
  {
    name: 'coupon.review',
    data: ({ form }) => ({ act: 'coupon.review', nonce: form }),
    inputs: { percent_off: 5 },
    needs: ['coupons.create'],
    card: 'couponReview',
  },
  {
    name: 'coupon.decline',
    data: ({ second }) => ({ act: 'coupon.decline', nonce: second }),
    needs: ['coupons.create'],
    card: 'notice',
    says: 'Not created: 12 % off',
  },
  {
    name: 'card.showAgain of a coupon',
    data: ({ second }) => ({ act: 'card.showAgain', nonce: second }),
    needs: ['coupons.create'],
    card: 'couponReview',
  },
  {
    name: 'coupon.adjust',
    data: ({ second }) => ({ act: 'coupon.adjust', nonce: second }),
    needs: ['coupons.create'],
    card: 'couponForm',
  },
  {
    name: 'coupon.create',
    data: ({ first }) => ({ act: 'coupon.create', nonce: first }),
    needs: ['coupons.create'],
    asks: ['POST coupons /v1/coupons', 'POST coupons /v1/promotion_codes'],
    card: 'couponRecord',
  },
  {
    name: 'conversation.bind',
    data: () => ({ act: 'conversation.bind', name: 'finance-team' }),
    needs: ['settings.bind'],
    card: 'notice',
    says: 'From now on this conversation is “finance-team”',
    inGroups: true,
  },
  { name: 'account.use', data: () => ({ act: 'account.use' }), needs: [], card: 'accounts' },
  {
    name: 'an act that there is none of',
    data: () => ({ act: 'role.give' }),
    needs: [],
    card: 'notice',
    says: 'I do not know this button, so I did nothing.',
  },
  {
    name: 'conversation.forget',
    data: () => ({ act: 'conversation.forget' }),
    needs: [],
    card: 'notice',
    says: 'Forgotten',
  },
];

/** What became of the role meanwhile: it is what they have left, or they have it in another account only. */
const fates = [
  { name: 'left with it', works: 'main' },
  { name: 'left with it in another account', works: 'eu' },
] as const;

type Works = (typeof fates)[number]['works'];

const idOf = (role: string | null, works: Works) => `${role ?? 'stranger'}-${works}`;

/** One for each permission that an act takes, and who has none; with TILLKEEPER_LONG set, everybody. */
const few = ['charge-reader', 'support-desk', 'balance-reader', 'coupon-maker', 'conversation-binder', null];
const asked = process.env.TILLKEEPER_LONG ? everybody : few;
/** Those who are left with what is of no use here. */
const movers: ReadonlySet<string | null> = new Set(['charge-reader', 'coupon-maker', null]);

const pairs = fates.flatMap(({ works }) =>
  asked.filter((role) => works === 'main' || movers.has(role)).map((role) => ({ role, works })),
);

const peopleWith = (entries: (role: string | null, works: Works) => People[string]): People =>
  Object.fromEntries(pairs.map(({ role, works }) => [idOf(role, works), entries(role, works)]));

const beforehand = peopleWith(() => [{ roles: ['everything'], accounts: ['main', 'eu'] }]);
const meanwhile = peopleWith((role, works) =>
  works === 'eu'
    ? [{ roles: ['bystander'], accounts: ['main'] }, ...(role ? [{ roles: [role], accounts: ['eu'] }] : [])]
    : role
      ? [{ roles: [role], accounts: ['main'] }]
      : [],
);

const carriedBy = z.looseObject({ tillkeeper: z.record(z.string(), z.string()) });
const datum = (cards: readonly Card[], act: string, field: string): string => {
  const found = cards
    .flatMap(({ buttons }) => buttons)
    .map(({ data }) => carriedBy.parse(data).tillkeeper)
    .find((each) => each.act === act);
  expect(found?.[field], `${act} ${field}`).to.be.a('string');
  return found?.[field] ?? '';
};

const steps = [
  { do: 'list_charges', limit: 11 },
  { do: 'list_charges', customer: 'customer_1' },
  { do: 'create_coupon', percent_off: 11 },
  { do: 'create_coupon', percent_off: 12 },
  { do: 'create_coupon', name: 'Welcome' },
];

/** A person's talk, and what they can press in it. */
interface Told {
  spoken: Spoken;
  carried: Carried;
}

describe('rights at a press, after a role was taken away', function () {
  this.timeout(60_000);
  let ways: Ways;
  let cells = 0;
  const told = new Map<string, Told>();

  const carry = async ({ house }: Way, { answers }: Spoken): Promise<Carried> => {
    house.openRouter.queue(says(JSON.stringify({ steps })));
    const cards = await answers.say('charges of James Carter, named Welcome');
    const [first, second] = cards.filter(({ name }) => name === 'couponReview');
    const choice = [only('customerChoice', cards)];
    return {
      cursor: datum(cards, 'list.next', 'cursor'),
      taken: datum(cards, 'card.takeBack', 'nonce'),
      customer: datum(choice, 'customer.choose', 'customer'),
      resume: datum(choice, 'customer.choose', 'resume'),
      form: datum([only('couponForm', cards)], 'coupon.review', 'nonce'),
      first: datum(first ? [first] : [], 'coupon.create', 'nonce'),
      second: datum(second ? [second] : [], 'coupon.create', 'nonce'),
    };
  };

  before(async () => {
    ways = await openWays(
      { roles: { ...roles, everything }, people: beforehand },
      { conversations: ['finance-team'] },
    );
    for (const way of ways.all)
      for (const person of Object.keys(beforehand)) {
        const spoken = await way.open(person);
        // The same person in Teams, so the same cards.
        const carried = way.group ? told.get(`${ways.all[2]?.name} ${person}`)?.carried : undefined;
        told.set(`${way.name} ${person}`, { spoken, carried: carried ?? (await carry(way, spoken)) });
      }
    await ways.reload({ roles, people: meanwhile });
  });
  after(async () => await ways.close());

  /** What a press must come to. Whoever has lost the account too starts in the one that is left. */
  const judge = (card: Card | undefined, act: Act, role: string | null, works: string) => {
    cells += 1;
    const [first = ''] = act.needs;
    if (works === 'eu' && first !== '' && holds(role, [first])) {
      expect(card?.text).to.contain(`You may not ${doing[first]} in this account.`);
      return expect(card?.name).to.equal('accounts');
    }
    if (holds(role, act.needs)) {
      expect(card?.text).to.contain(act.says ?? '');
      return expect(card?.name).to.equal(act.card);
    }
    expect(card?.name).to.equal('notice');
    if (role === null && works !== 'eu') return expect(card?.text).to.contain('I do not know you here yet');
    return expect(card?.text).to.contain(
      `may not ${doing[works === 'eu' ? first : lacking(role, act.needs)]}`,
    );
  };

  const press = async ({ group }: Way, { spoken, carried }: Told, act: Act): Promise<Card | undefined> => {
    const { asks, answers } = spoken;
    const cards = await asks.send({ value: { ...act.inputs, tillkeeper: act.data(carried) } });
    if (act.name === 'conversation.forget' && !group) return cards.find(({ name }) => name === 'notice');
    if (!group || act.name !== 'ask') return cards[0];
    expect(cards[0]?.text).to.contain('I have answered you in our personal chat');
    return (await answers.changes())[0];
  };

  for (const [at, where] of [
    'over Direct Line',
    'over loopback',
    'in Teams',
    'in a group of Teams',
  ].entries())
    describe(where, () => {
      for (const role of asked)
        it(`are those of ${role ?? 'a stranger'}, for every act there is`, async () => {
          const way = ways.all[at];
          if (way === undefined) throw new Error('no such way');
          for (const { works } of pairs.filter((each) => each.role === role)) {
            const person = told.get(`${way.name} ${idOf(role, works)}`);
            if (person === undefined) throw new Error('no such person');
            for (const act of acts) {
              const from = way.house.stripe.requests.length;
              const card = await press(way, person, act);
              const here = !way.group || act.inGroups === true;
              if (here) judge(card, act, role, works);
              else {
                cells += 1;
                expect(card?.text).to.contain('This button belongs to a card of our personal chat');
              }
              const allowed = here && holds(role, act.needs) && works === 'main';
              const seen = way.house.stripe.requests
                .slice(from)
                .map(({ account, key, method, path }) => `${account} ${method} ${key} ${path}`);
              const expected = allowed ? (act.asks ?? []).map((line) => `acct_demo_main ${line}`) : [];
              expect(seen, act.name).to.deep.equal(expected);
            }
          }
        });
    });

  describe('counted', () => {
    const all = pairs.length * acts.length * 4;
    it(`are ${all} cells, and each was pressed: ${asked.length} roles, ${movers.size} of them in two accounts, × ${acts.length} acts × 4 ways in`, () => {
      expect(cells).to.equal(all);
    });
  });
});
