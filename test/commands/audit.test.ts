import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { runAudit } from '../../src/commands/audit.js';
import { CommandError } from '../../src/commands/commandError.js';
import { openSqlite } from '../../src/store/database.js';
import { type KeptTrail, keptTrail, row, secret } from '../audit/keptTrail.js';

const [own] = secret.split(',');

describe('the audit command', () => {
  let dataDir: string;
  let bot: KeptTrail;
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const notes: string[] = [];
    const env = { DATA_DIR: dataDir, TILLKEEPER_SECRET: own, SETTINGS_FILE: '' };
    const fine = await runAudit({
      args,
      env,
      print: (line) => lines.push(line),
      note: (line) => notes.push(line),
    });
    return { lines, notes, fine, text: lines.join('\n') };
  };
  const refusal = async (...args: string[]): Promise<string> => {
    const fault = await run(...args).catch((error: unknown) => error);
    return fault instanceof CommandError ? fault.message : `not refused: ${String(fault)}`;
  };
  const onRecord = async () =>
    await bot.database.run(
      "select event, actor, about, count, since_at, until_at from trail where event like 'audit.%' order by seq",
    );
  const deed = { actor: 'operator', about: null, count: null, since_at: null, until_at: null };
  const someone = async () => await bot.people.pseudonymOf(row.person);

  beforeEach(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
    bot = keptTrail({ database: openSqlite(dataDir), dataDir, secrets: [own ?? ''] });
    bot.time.now = Date.now();
    for (let at = 0; at < 3; at += 1)
      await bot.trail.append({ ...row, at: Date.UTC(2096, 10, 20 + at, 23, 30), count: at });
  });
  afterEach(() => {
    bot.database.close();
    rmSync(dataDir, { recursive: true });
  });

  it('lists the newest first, as a table, and puts nothing on record', async () => {
    const { lines, notes } = await run('list');
    const who = await someone();
    const told = [3, 2, 1].map((seq) => [`${seq}`, `2096-11-${19 + seq} 23:30:00`, who, 'Analyst, Support']);
    const rest = ['main', 'read', 'list_charges', 'answered'];
    expect(lines[0]?.split('\n').map((line) => line.split(/ {2,}/))).to.deep.equal([
      ['row', 'time (UTC)', 'who', 'role', 'account', 'event', 'what', 'outcome'],
      ...told.map((cells) => [...cells, ...rest]),
    ]);
    expect(notes).to.deep.equal([]);
    expect(await onRecord()).to.deep.equal([]);
  });

  it('lists so many, and says that there are more', async () => {
    const { text, notes } = await run('list', '--limit', '2');
    expect(text.split('\n')).to.have.length(3);
    expect(notes).to.deep.equal([
      'These are the newest 2 of 3. --limit 3 shows them all, --since and --until a time.',
    ]);
  });

  const spans: [args: string[], rows: number[]][] = [
    [[], [1, 2, 3]],
    [
      ['--since', '2096-11-21'],
      [2, 3],
    ],
    [
      ['--until', '2096-11-21'],
      [1, 2],
    ],
    [['--since', '2096-11-21', '--until', '2096-11-21'], [2]],
    [['--since', '2096-11-21T23:30:00Z', '--until', '2096-11-22T23:30:00Z'], [2]],
    [['--since', '2096-11-22T00:31:00+01:00'], [3]],
    [['--since', '2097-01-01'], []],
  ];
  for (const [args, rows] of spans)
    it(`exports the rows of a time, oldest first: ${args.join(' ') || 'all'}`, async () => {
      const { lines } = await run('export', ...args);
      expect(lines.map((line) => JSON.parse(line).seq)).to.deep.equal(rows);
    });

  it('exports what a row says, and puts that on record before', async () => {
    const { lines } = await run('export', '--since', '2096-11-22', '--until', '2096-11-22');
    expect(JSON.parse(lines[0] ?? '')).to.deep.include({
      time: '2096-11-22T23:30:00.000Z',
      seq: 3,
      event: 'read',
      actor: await someone(),
      ability: 'list_charges',
      decision: 'allowed',
      count: 2,
    });
    expect(lines[0]).to.not.contain('salt');
    expect(await onRecord()).to.deep.equal([
      {
        ...deed,
        event: 'audit.exported',
        count: 1,
        since_at: Date.UTC(2096, 10, 22),
        until_at: Date.UTC(2096, 10, 23),
      },
    ]);
  });

  it('exports CSV that a spreadsheet runs nothing of', async () => {
    await bot.database.run("update trail set ability = '=HYPERLINK(1)' where seq = 2");
    const { lines } = await run('export', '--format', 'csv');
    expect(lines).to.have.length(4);
    expect(lines[0]).to.match(/^time,seq,at,event,actor,/);
    expect(lines[2]).to.contain(",'=HYPERLINK(1),");
  });

  it('list with a format is an export, on record like one', async () => {
    expect((await run('list', '--format', 'json')).lines).to.have.length(3);
    expect((await onRecord()).map(({ event }) => event)).to.deep.equal(['audit.exported']);
  });

  it('verifies: says how many rows, and names what was tampered with', async () => {
    expect(await run('verify')).to.deep.include({
      fine: true,
      lines: [
        'Looked at 3 rows, 1 to 3.',
        'Without a checkpoint yet: 3 rows at the end. Nobody could tell if those were rewritten or cut off. The bot writes a checkpoint every minute.',
        'Nothing was tampered with.',
      ],
    });
    await bot.database.run("update trail set actor = 'p-ffffffffffff' where seq = 2");
    expect(await run('verify', '--since', '2096-11-22')).to.deep.include({
      fine: false,
      lines: [
        'changed: Row 2 was changed: it does not say what was written.',
        'Looked at 3 rows, 1 to 3.',
        'Without a checkpoint yet: 3 rows at the end. Nobody could tell if those were rewritten or cut off. The bot writes a checkpoint every minute.',
        'Somebody tampered with the trail, or part of it was lost: 1 finding.',
      ],
    });
    expect(await onRecord()).to.deep.equal([]);
  });

  it('verify mends nothing: what is gone from the checkpoint file stays gone', async () => {
    await bot.checkpoints.signHead();
    writeFileSync(path.join(dataDir, 'checkpoints.jsonl'), '');
    for (const _ of ['once', 'twice']) expect((await run('verify')).lines[0]).to.match(/^checkpoint_lost: /);
  });

  it('says who a pseudonym is, on record', async () => {
    const about = await someone();
    expect((await run('resolve', '--person', about)).lines).to.deep.equal([
      `${about} is user analyst of portal demo.`,
    ]);
    expect(await onRecord()).to.deep.equal([{ ...deed, event: 'audit.resolved', about }]);
  });

  it('erases who somebody is, on record; then nobody can tell, and the trail holds', async () => {
    const about = await someone();
    expect((await run('erase', '--person', about)).text).to.match(/^Erased who p-[0-9a-f]{12} is\./);
    for (const verb of ['resolve', 'erase'])
      expect(await refusal(verb, '--person', about)).to.match(/^Nobody is kept under p-/);
    expect(await onRecord()).to.deep.equal([{ ...deed, event: 'audit.erased', about }]);
    expect((await run('verify')).fine).to.equal(true);
  });

  it('erases what one row says, on record', async () => {
    await run('erase', '--row', '2');
    const { lines, fine } = await run('verify');
    expect([fine, lines[1]]).to.deep.equal([true, 'Emptied on purpose, and signed: 1 row.']);
    expect((await onRecord()).map(({ event }) => event)).to.deep.equal(['audit.erased']);
    expect((await run('list')).text).to.not.contain('2096-11-21');
    expect(await refusal('erase', '--row', '2')).to.match(/^There is no row 2, or nothing is left in it\./);
  });

  it('prunes by the settings, but for what is on hold', async () => {
    const year = 400 * 86_400_000;
    await bot.trail.append({ ...row, at: Date.now() - year });
    const held = new Date(Date.now() - year - 1000).toISOString();
    const until = new Date(Date.now() - year + 86_400_000).toISOString();
    expect((await run('hold', '--since', held, '--until', until)).text).to.match(/^Hold 1, .* stands/);
    expect((await run('prune')).lines).to.deep.equal([
      'Nothing is older than 365 days, or all of that is on hold.',
    ]);
    expect((await run('hold')).text).to.match(/^Hold 1, /);
    expect((await run('hold', '--lift', '1')).text).to.match(/^Hold 1, .* is lifted\.$/);
    expect((await run('hold')).lines).to.deep.equal(['No hold stands.']);
    expect((await run('prune')).lines).to.deep.equal(['Removed 1 row older than 365 days.']);
    expect((await run('verify')).fine).to.equal(true);
    expect((await onRecord()).map(({ event, actor }) => [event, actor])).to.deep.equal([
      ['audit.held', 'operator'],
      ['audit.released', 'operator'],
      ['audit.pruned', 'operator'],
    ]);
  });

  it('works while the bot writes', async () => {
    const writing = Promise.all(Array.from({ length: 20 }, () => bot.trail.append(row)));
    const { lines } = await run('export', '--format', 'csv');
    await writing;
    expect(lines.length).to.be.greaterThan(3);
    expect((await run('verify')).fine).to.equal(true);
  });

  const refused: [args: string[], says: RegExp][] = [
    [[], /^Nothing was asked for\. usage: npm run -s audit -- list/],
    [['burn'], /^"burn" is nothing that can be done\. usage/],
    [['list', 'more'], /^Too much was given: more\. usage/],
    [['list', '--colour'], /^The options cannot be read: Unknown option '--colour'\. usage/],
    [['list', '--since', 'yesterday'], /^"yesterday" is no day\. Give --since as YYYY-MM-DD/],
    [['list', '--until', '2026-02-30'], /^"2026-02-30" is no day\. Give --until as YYYY-MM-DD/],
    [['list', '--since', '2026-03-02', '--until', '2026-03-01'], /^--until is before --since\./],
    [['list', '--limit', '0'], /^"0" is no number\. Give --limit as a whole number/],
    [['export', '--format', 'xml'], /^"xml" is no format\. Give --format csv or --format json\.$/],
    [['prune', '--until', '2026-03-01'], /^prune does not go with --until\. Leave it out\.$/],
    [['verify', '--person', 'p-0a1b2c3d4e5f'], /^verify does not go with --person\./],
    [['resolve'], /^Nobody was named\. Give --person p-…$/],
    [['resolve', '--person', 'jane'], /^"jane" is no pseudonym\. Give --person as it stands in the trail/],
    [['resolve', '--person', 'p-0a1b2c3d4e5f'], /^Nobody is kept under p-0a1b2c3d4e5f/],
    [['erase'], /^Name what is to be erased: either --person p-… or --row N\.$/],
    [['erase', '--row', '1', '--person', 'p-0a1b2c3d4e5f'], /^Name what is to be erased/],
    [['erase', '--row', '99'], /^There is no row 99, or nothing is left in it\./],
    [['hold', '--since', '2026-03-01'], /^A hold needs a start and an end\./],
    [['hold', '--lift', '5'], /^No hold 5 stands\./],
  ];
  for (const [args, says] of refused)
    it(`refuses, and says what to do: ${args.join(' ') || 'nothing'}`, async () => {
      expect(await refusal(...args)).to.match(says);
      expect(await onRecord()).to.deep.equal([]);
    });

  it('without a trail says where it looked, and makes none', async () => {
    const elsewhere = path.join(dataDir, 'elsewhere');
    const env = { DATA_DIR: elsewhere };
    const fault = await runAudit({ args: ['list'], env, print: () => {}, note: () => {} }).catch(
      (error: unknown) => error,
    );
    expect(String(fault)).to.equal(
      `CommandError: There is no trail in ${elsewhere} yet. Start the bot once, or set DATA_DIR to its folder.`,
    );
    expect(existsSync(elsewhere)).to.equal(false);
  });

  it('with settings that cannot be used says what is wrong with them', async () => {
    const env = { DATA_DIR: dataDir, PORT: 'x' };
    const fault = await runAudit({ args: ['list'], env, print: () => {}, note: () => {} }).catch(
      (error: unknown) => error,
    );
    expect(String(fault)).to.match(/^CommandError: PORT: /);
  });
});
