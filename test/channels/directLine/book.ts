import { createTranscripts, type Transcript } from '../../../src/channels/directLine/transcript.js';
import { createSeal } from '../../../src/sealed.js';
import type { Database } from '../../../src/store/database.js';
import { createDirectLineLog } from '../../../src/store/directLineLog.js';
import { createDirectLineTalks } from '../../../src/store/directLineTalks.js';

export const seal = createSeal(['a secret of these tests, long enough']);

/** Noon of a day. */
export const noon = () => new Date('2026-03-10T12:00:00Z');

/** Conversations over a database, as one process has them. */
export const openBook = (
  database: Database,
  { limit = 10, clock = noon, pollEvery = 20, seal: sealed = seal } = {},
) => {
  const log = createDirectLineLog(database, sealed, limit);
  const talks = createDirectLineTalks(database, sealed);
  return { log, talks, ...createTranscripts({ log, clock, pollEvery }) };
};

export type Book = ReturnType<typeof openBook>;

const analyst = { portal: 'demo', user: { id: 'analyst', name: 'Analyst' } };
let opened = 0;

/** The transcript of a conversation that was just opened. */
export const openTranscript = async (book: Book): Promise<{ id: string; transcript: Transcript }> => {
  opened += 1;
  const id = `conversation ${opened}`;
  await book.talks.open({ id, ...analyst }, noon().getTime());
  return { id, transcript: book.of(id) };
};
