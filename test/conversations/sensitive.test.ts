import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { Settings } from '../../src/settings.js';
import { type Database, openSqlite } from '../../src/store/database.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { found, toldIn } from './leaks.js';
import { names, only } from './talk.js';

/** What is typed, the kinds on record, the notice, what must be nowhere, and the cards behind the notice. */
interface Case {
  said: string;
  kinds: string;
  looksLike: string;
  secrets: readonly string[];
  shows: readonly string[];
}

// Put together here, so that no scanner of the code takes them for real.
const liveKey = ['sk', 'live', '51HbWcXyZ0123456789AbCdEf'].join('_');
const modelKey = `sk-or-v1-${'3f9c27ab'.repeat(8)}`;

const cases: readonly Case[] = [
  {
    said: 'show me the last 10 charges, my card is 4242 4242 4242 4242',
    kinds: 'card',
    looksLike: 'a card number',
    secrets: ['4242 4242 4242 4242', '4242424242424242', '4242 4242'],
    shows: ['charges'],
  },
  {
    said: 'charges of 5555-5555-5555-4444',
    kinds: 'card',
    looksLike: 'a card number',
    secrets: ['5555-5555-5555-4444', '5555555555554444'],
    shows: [],
  },
  {
    said: 'the cvc is 8391. show me the last 10 charges',
    kinds: 'cvc',
    looksLike: 'a card’s security code',
    secrets: ['cvc is 8391', 'is 8391'],
    shows: ['charges'],
  },
  {
    said: 'list coupons. IBAN DE89 3704 0044 0532 0130 00',
    kinds: 'iban',
    looksLike: 'a bank account number',
    secrets: ['DE89 3704 0044 0532 0130 00', '3704 0044', 'DE89370400440532013000'],
    shows: ['coupons'],
  },
  {
    said: 'call me at +49 30 901820-44 and show the balance',
    kinds: 'phone',
    looksLike: 'a phone number',
    secrets: ['+49 30 901820-44', '901820-44'],
    shows: ['balance'],
  },
  {
    said: `list coupons with ${liveKey}`,
    kinds: 'key',
    looksLike: 'a secret key',
    secrets: [liveKey, liveKey.slice(8)],
    shows: ['coupons'],
  },
  {
    said: `use ${modelKey} and show the balance`,
    kinds: 'key',
    looksLike: 'a secret key',
    secrets: [modelKey, modelKey.slice(0, 20)],
    shows: ['balance'],
  },
  {
    said: 'create a 10% off coupon called "Jo 4000 0025 0000 3155"',
    kinds: 'card',
    looksLike: 'a card number',
    secrets: ['4000 0025 0000 3155', '0025 0000'],
    shows: ['couponReview'],
  },
  {
    said: 'find customer +1 202 555 0143',
    kinds: 'phone',
    looksLike: 'a phone number',
    secrets: ['202 555 0143', '2025550143'],
    shows: [],
  },
  {
    said: 'find customer "4242424242424242"',
    kinds: 'card',
    looksLike: 'a card number',
    secrets: ['4242424242424242', '42424242'],
    shows: [],
  },
  {
    said: 'list coupons, my password is Tr0ub4dor&3xY',
    kinds: 'password',
    looksLike: 'a password',
    secrets: ['Tr0ub4dor&3xY', 'Tr0ub4dor'],
    shows: ['coupons'],
  },
  {
    said: 'create a 10% coupon, card 4000 0025 0000 3155 cvc 7214, phone +1 202 555 0143, password: hunter2Hunter',
    kinds: 'card,cvc,phone,password',
    looksLike: 'a card number, a card’s security code, a phone number and a password',
    secrets: ['4000 0025 0000 3155', 'cvc 7214', '202 555 0143', 'hunter2Hunter'],
    shows: [],
  },
];

/** Stands before the stand-in and keeps whatever passes by: the stand-in's own log holds no query and no body. */
async function openRecorder(target: () => string) {
  const passed: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const sent = [`${target()}${url}`, Buffer.concat(chunks).toString()];
      passed.push(sent.map((each) => decodeURIComponent(each.replaceAll('+', ' '))).join(' '));
    });
    const onward = request(`${target()}${url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: new URL(`http://127.0.0.1:${port}`), passed, server };
}

for (const order of ['model-first', 'built-in-first'] as const)
  describe(`something sensitive that is typed, ${order}`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
    const log: string[] = [];
    let house: House;
    let channel: Channel;
    let stripe: Awaited<ReturnType<typeof openRecorder>>;
    let trail: Database;

    before(async () => {
      stripe = await openRecorder(() => house.stripe.url);
      const settings = (demo: Settings): Settings => ({
        ...demo,
        accounts: demo.accounts.map((account) => ({ ...account, base: stripe.url })),
      });
      const variables = { DATA_DIR: folder, RECOGNITION: order };
      house = await openHouse({ settings, variables, log: (line) => log.push(line) });
      channel = await openChannel();
      trail = openSqlite(folder);
    });
    after(async () => {
      trail.close();
      await house.close();
      await channel.close();
      stripe.server.closeAllConnections();
      stripe.server.close();
      rmSync(folder, { recursive: true });
    });

    const onRecord = async () =>
      await trail.run(`select event, ability, outcome, reason, recognised_by from trail order by seq`);
    const atRest = () =>
      readdirSync(folder).map((file) => readFileSync(path.join(folder, file)).toString('latin1'));

    for (const { said, kinds, looksLike, secrets, shows } of cases)
      it(`is told, is on record as "${kinds}", and goes nowhere: ${said.replace(liveKey, '(key)')}`, async () => {
        const doors = [channel.talk(house, 'admin'), await talkOverDirectLine(house, 'admin')];
        for (const talk of doors) {
          const [from, line] = [(await onRecord()).length, log.length];
          const [calls, reads] = [house.openRouter.bodies.length, stripe.passed.length];
          const [notice, ...answers] = await talk.say(said);
          expect(notice?.text).to.equal(
            `That looks like ${looksLike}. I did not pass it on; please delete your message.`,
          );
          expect(answers).to.not.deep.equal([]);
          if (shows.length > 0) expect(names(answers)).to.include.members([...shows]);

          const [first, ...rows] = (await onRecord()).slice(from);
          expect(first).to.include({ event: 'sensitive_input', outcome: 'removed', reason: kinds });
          expect(rows).to.not.deep.equal([]);
          const asked = house.openRouter.bodies.slice(calls);
          if (order === 'model-first') expect(asked).to.have.length(1);
          const passed = stripe.passed.slice(reads);
          const places = { rows: [JSON.stringify([first, ...rows])], asked, passed, log: log.slice(line) };
          for (const [place, texts] of Object.entries(places))
            expect([place, ...found(secrets, toldIn(texts))]).to.deep.equal([place]);
          expect(found(secrets, toldIn([talk.wire()]))).to.deep.equal([]);
        }
        expect(found(secrets, toldIn(atRest()))).to.deep.equal([]);
      });

    it('does not stay in the conversation for the next question', async () => {
      const talk = channel.talk(house, 'admin');
      await talk.say('charges of ava.martin@example.com, her card is 4242 4242 4242 4242');
      const calls = house.openRouter.bodies.length;
      only('charges', await talk.say('and the failed ones?'));
      expect(house.openRouter.bodies.slice(calls).join()).to.not.match(/4242|\[removed\]/);
    });

    it('is not seen in what only looks like it', async () => {
      const talk = channel.talk(house, 'admin');
      const before = (await onRecord()).filter(({ event }) => event === 'sensitive_input').length;
      const harmless = [
        'show me charge ch_3OabCD1xYz778899',
        'charges with the card ending in 4242',
        'charges between 2026-03-01 and 2026-03-31',
        'charges over 1234567.89 euros',
        'create a 10% coupon with code SAVE2026',
      ];
      for (const text of harmless) {
        const cards = await talk.say(text);
        expect(cards.filter((card) => card.text.startsWith('That looks like'))).to.deep.equal([]);
      }
      const after = (await onRecord()).filter(({ event }) => event === 'sensitive_input').length;
      expect(after).to.equal(before);
    });

    it('is on record for compliance, without what it was', async () => {
      await channel.talk(house, 'admin').say('list coupons, my card is 4242 4242 4242 4242');
      const talk = channel.talk(house, 'compliance');
      const { text } = only('audit', await talk.say('show the audit trail'));
      expect(text).to.match(/sensitive input/i);
      expect(
        found(
          cases.flatMap(({ secrets }) => secrets),
          toldIn([text]),
        ),
      ).to.deep.equal([]);
    });

    it('would have been found where it is looked for', async () => {
      await channel.talk(house, 'admin').say('charges of ava.martin@example.com');
      expect(found(['ava.martin@example.com'], toldIn(stripe.passed))).to.have.length(1);
      expect(atRest().join('')).to.contain('sensitive_input');
      expect(found(['4242 4242'], toldIn([`{"sent":"{\\"said\\":\\"4242 4242\\"}"}`]))).to.have.length(1);
    });
  });
