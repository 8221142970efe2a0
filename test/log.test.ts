import { expect } from 'chai';
import fc from 'fast-check';
import { StripeFault } from '../src/errors.js';
import { createLog, type LogFields, told } from '../src/log.js';

/** What a log of a level writes while it is used. */
const written = (level: string, use: (log: ReturnType<typeof createLog>) => void): string[] => {
  const lines: string[] = [];
  use(createLog(level, (line) => lines.push(line)));
  return lines;
};

const everything = (text: string) => ({
  correlation: text,
  error: text,
  code: text,
  type: text,
  status: 500,
  request: text,
  method: text,
  route: text,
  duration: 12,
  port: 3978,
  account: text,
  mode: text,
  channel: text,
  count: 3,
});

const secret = 'ada@example.com paid with 4242 4242 4242 4242 and sk_test_51HSecret';

describe('The log', () => {
  it('is one line of JSON per message, with a level and a time', () => {
    const lines = written('info', (log) => {
      log.info({ port: 3978 }, 'listening');
      log.warn({ account: 'main' }, 'a key is a full one');
      log.error({ error: 'TypeError' }, 'a turn failed');
    });
    expect(lines.map((line) => JSON.parse(line)).map(({ level, msg }) => [level, msg])).to.deep.equal([
      [30, 'listening'],
      [40, 'a key is a full one'],
      [50, 'a turn failed'],
    ]);
    for (const line of lines) expect(JSON.parse(line).time).to.be.a('number');
  });

  it('holds every field it has, whole, and is one line whatever stands in it', () => {
    const lines: string[] = [];
    const log = createLog('info', (line) => lines.push(line));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        log.info(everything(text), 'all of it');
        const [line = '', ...more] = lines.splice(0);
        const { level: _, time: __, msg, ...fields } = JSON.parse(line);
        expect(more).to.deep.equal([]);
        expect([...line.trimEnd()].filter((each) => each < ' ')).to.deep.equal([]);
        expect(msg).to.equal('all of it');
        expect(fields).to.deep.equal(JSON.parse(JSON.stringify(everything(text))));
      }),
    );
  });

  it('never holds a field that is not on its list', () => {
    const known = Object.keys(everything(''));
    const name = fc
      .oneof(
        fc.constantFrom('text', 'body', 'url', 'headers', 'message', 'conversation', 'toJSON'),
        fc.string(),
      )
      .filter((each) => !known.includes(each));
    fc.assert(
      fc.property(name, (each) => {
        const fields: LogFields = JSON.parse(
          `{${JSON.stringify(each)}: ${JSON.stringify(secret)}, "port": 1}`,
        );
        const [line = ''] = written('info', (log) => log.info(fields, 'fields'));
        expect(line).to.not.contain('ada@example.com');
        expect(JSON.parse(line).port).to.equal(1);
      }),
    );
  });

  it('says nothing below its level, and nothing at all when silent', () => {
    const all = (log: ReturnType<typeof createLog>) => {
      log.info({}, 'i');
      log.warn({}, 'w');
      log.error({}, 'e');
    };
    const messages = (level: string) => written(level, all).map((line) => JSON.parse(line).msg);
    expect(messages('info')).to.deep.equal(['i', 'w', 'e']);
    expect(messages('error')).to.deep.equal(['e']);
    expect(messages('silent')).to.deep.equal([]);
  });
});

describe('What the log says of something thrown', () => {
  const named = (name: string, more: object = {}) => Object.assign(new Error(secret), { name }, more);
  const cases: [what: string, thrown: unknown, says: object][] = [
    ['an error', new TypeError(secret), { error: 'TypeError' }],
    [
      'a fault of ours',
      new StripeFault('timeout', { cause: secret }),
      { error: 'StripeFault', code: 'timeout' },
    ],
    ['a system error', named('Error', { code: 'ECONNREFUSED' }), { error: 'Error', code: 'ECONNREFUSED' }],
    ['a code that is a number', named('Error', { code: 500 }), { error: 'Error' }],
    ['a code that is a sentence', named('RestError', { code: secret }), { error: 'RestError' }],
    ['a code that is a key', named('RestError', { code: 'rk_live_51HSecret' }), { error: 'RestError' }],
    ['a code in small letters from elsewhere', named('RestError', { code: 'jane' }), { error: 'RestError' }],
    ['a code in capitals from elsewhere', named('RestError', { code: 'EVELYN' }), { error: 'RestError' }],
    ['a code with a number in it', named('Error', { code: 'ERR_4242' }), { error: 'Error' }],
    [
      'a code of Node',
      named('TypeError', { code: 'ERR_INVALID_URL' }),
      { error: 'TypeError', code: 'ERR_INVALID_URL' },
    ],
    [
      'a code of the database',
      named('SqliteError', { code: 'SQLITE_BUSY' }),
      { error: 'SqliteError', code: 'SQLITE_BUSY' },
    ],
    ['a code of a name server', named('Error', { code: 'ENOTFOUND' }), { error: 'Error', code: 'ENOTFOUND' }],
    ['a code that is an address', named('RestError', { code: 'ada@example.com' }), { error: 'RestError' }],
    ['a name that is a sentence', named(secret), { error: 'Error' }],
    ['a text', secret, { error: 'string' }],
    ['an object', { name: secret, code: secret, message: secret }, { error: 'object' }],
    ['nothing', undefined, { error: 'undefined' }],
  ];
  for (const [what, thrown, says] of cases) {
    it(`is its class and its code, for ${what}`, () => {
      expect(told(thrown)).to.deep.equal(says);
    });
  }

  const canaries = [
    ...['4242424242424242', '4242 4242', 'sk_live_51HSecret', 'rk_test_abcdefghij', 'Bearer eyJhbGci'],
    ...['ada@example.com', '+49 30 901820', 'Ada Lovelace', 'ada_lovelace', 'ADA', 'EVA', 'ERR_ADA@HOME'],
    ...['show the last 10 charges', 'Invalidenstraße 117', 'DE89370400440532013000', 'ch_3MmlLrLkdIwHu7ix'],
  ];
  const said = fc.oneof(
    fc.constantFrom(...canaries),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.stringMatching(/^[A-Za-z0-9_.-]{1,64}$/),
    fc
      .tuple(fc.constantFrom('E', '', 'card_', 'invalid_'), fc.constantFrom(...canaries))
      .map((two) => two.join('')),
  );

  it('is no code at all where somebody else may have written it', () => {
    fc.assert(
      fc.property(said, (code) => {
        const { code: kept = '' } = told(named('RestError', { code }));
        if (kept !== '') expect(kept).to.match(/^(?:E[A-Z0-9]+|EAI_[A-Z]+|[A-Z]+_[A-Z0-9_]+)$/);
        for (const canary of canaries) expect(kept).to.not.contain(canary);
        expect(kept).to.not.match(/\d{4}|[a-z@ ]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is no code of ours either that is no word of our lists', () => {
    fc.assert(
      fc.property(said, (code) => {
        const { code: kept = '' } = told(Object.assign(new StripeFault('timeout'), { code }));
        expect(kept).to.match(/^[a-z_]{0,40}$/);
      }),
      { numRuns: 2000 },
    );
  });
});
