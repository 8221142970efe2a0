import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import Sqlite from 'libsql';
import { startProcess } from '../startedProcess.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { faultPaths, type Scene } from './faultPaths.js';
import { type House, openHouse } from './house.js';
import { kinds, spillOf, spilt } from './spill.js';
import { type SpillingStripe, startSpillingStripe } from './spillingStripe.js';

type Sink = 'output' | 'model' | 'cards' | 'answers';

/** Everything written to standard output and error, until it is given back. */
function tapped(): { text: () => string; release: () => void } {
  const written: string[] = [];
  const streams = [process.stdout, process.stderr];
  const before = streams.map((stream) => stream.write);
  for (const stream of streams)
    stream.write = (chunk: string | Uint8Array): boolean => {
      written.push(String(chunk));
      return true;
    };
  return {
    text: () => written.join(''),
    release: () => {
      streams.forEach((stream, at) => {
        const [own] = before.slice(at);
        if (own) stream.write = own;
      });
    },
  };
}

describe('whatever fails, nothing of what is in it', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-canaries-'));
  const lines: string[] = [];
  const told: Record<Sink, string[]> = { output: [], model: [], cards: [], answers: [] };
  let looked = 0;
  let house: House;
  let stripe: SpillingStripe;
  let channel: Channel;
  let scene: Scene;

  before(async () => {
    stripe = await startSpillingStripe();
    channel = await openChannel();
    house = await openHouse({
      variables: { DATA_DIR: folder },
      log: (line) => lines.push(line),
      settings: (demo) => ({
        ...demo,
        accounts: demo.accounts.map((account) => ({ ...account, base: new URL(stripe.url) })),
      }),
    });
    stripe.target = house.stripe.url;
    scene = {
      house,
      stripe,
      channel,
      talk: await talkOverDirectLine(house, 'admin'),
      member: channel.talk(house, 'admin'),
      http: async (path, init) => {
        const response = await fetch(`${house.url}${path}`, init);
        told.answers.push(JSON.stringify([...response.headers]), await response.text());
      },
      broken: async ({ by, mend }, during) => {
        const other = new Sqlite(join(folder, 'tillkeeper.sqlite'));
        other.exec(by);
        try {
          await during();
        } finally {
          other.exec(mend);
          other.close();
        }
      },
      logged: () => lines.length,
      elsewhere: (other, talk) => {
        told.model.push(...other.openRouter.bodies);
        told.cards.push(talk.wire());
      },
    };
  });

  after(async () => {
    await house.close();
    await channel.close();
    stripe.close();
    rmSync(folder, { recursive: true });
    process.stdout.write(
      `      ${looked} fault paths × ${kinds.length} canaries: ${looked * kinds.length} looked for in 7 places\n`,
    );
  });

  /** What was found so far, and where. */
  const found = () => {
    const { talk, member } = scene;
    const sinks = {
      ...told,
      log: lines,
      model: [...told.model, ...house.openRouter.bodies],
      cards: [...told.cards, talk.wire(), member.wire(), ...channel.sent.map(({ body }) => body)],
    };
    return Object.entries(sinks).flatMap(([sink, texts]) => {
      const hits = spilt(texts.join('\n'));
      return hits.map((hit) => ({ ...hit, sink }));
    });
  };

  for (const [at, { what, run, allowed = [] }] of faultPaths.entries()) {
    it(`is told when ${what}`, async () => {
      const output = tapped();
      const logged = lines.length;
      try {
        expect(await run(scene, spillOf(at)), 'the fault struck').to.not.equal(false);
        await house.app.idle();
      } finally {
        output.release();
        told.output.push(output.text());
      }
      const here = found().filter(({ path, sink }) => path === at && !allowed.some((one) => one === sink));
      expect(here).to.deep.equal([]);
      expect(stripe.left(), 'replies that nobody asked for').to.equal(0);
      for (const line of lines.slice(logged)) {
        expect(line.trimEnd()).to.not.contain('\n');
        expect(JSON.parse(line)).to.have.property('msg');
      }
      looked += 1;
    });
  }

  it('stays in the database or is told by the metrics', async () => {
    const paths = [...faultPaths.entries()];
    const planted = paths.flatMap(([at, { allowed }]) => (allowed?.includes('database') ? [at] : []));
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(files.join('')).to.contain('SQLite format 3').and.contain('list_charges');
    const left = files.flatMap(spilt).filter(({ path }) => !planted.includes(path));
    expect(left).to.deep.equal([]);
    const metrics = await (await fetch(`${house.url}/metrics`)).text();
    expect(metrics).to.contain('tillkeeper');
    expect(spilt(metrics)).to.deep.equal([]);
  });

  it('would go unseen: all of it is found in any case, unescaped and between other words', () => {
    const spill = Object.values(spillOf(1234)).join(', ');
    for (const text of [spill, spill.toUpperCase(), JSON.stringify(JSON.stringify({ spill }))])
      expect(spilt(text)).to.deep.equal(kinds.map((kind) => ({ kind, path: 1234 })));
  });
});

describe('a process that cannot start', () => {
  const account = { id: 'main', label: 'Main', mode: 'test', key: 'env:KEY' };
  const file = (more: object) => JSON.stringify({ accounts: [account], roles: {}, people: [], ...more });
  const starts: [what: string, settings: (words: string) => string][] = [
    ['its settings are no JSON', (words) => `{"accounts": ${words}`],
    ['its settings have keys that nobody knows', (words) => file({ nobodyKnows: words })],
    ['its settings have values of another kind', (words) => file({ roles: words, people: [words] })],
    ['Stripe refuses its key', () => file({})],
  ];
  let stripe: SpillingStripe;
  let processes: ReturnType<typeof startProcess>[] = [];

  before(async () => {
    stripe = await startSpillingStripe();
    processes = starts.map(([, settings], at) => {
      const spill = spillOf(at);
      const body = JSON.stringify({ error: { message: Object.values(spill).join() } });
      stripe.next({ status: 401, body });
      const variables = { STRIPE_API_BASE: stripe.url, KEY: `rk_test_qzkey${spill.cvc.slice(-4)}abcdefghij` };
      return startProcess(variables, { 'settings.json': settings(Object.values(spill).join(' ')) });
    });
  });
  after(async () => {
    await Promise.all(processes.map((each) => each.ended('SIGKILL')));
    stripe.close();
  });

  for (const [at, [what]] of starts.entries()) {
    it(`tells nothing of what it was given when ${what}`, async () => {
      const started = processes[at];
      expect(await started?.ended()).to.equal(1);
      expect(started?.err()).to.match(/^[^\n]+\.\n/);
      expect(spilt(`${started?.out()} ${started?.err()}`)).to.deep.equal([]);
    }).timeout(60_000);
  }
});
