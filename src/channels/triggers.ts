import type { Request, Response, Server } from 'restify';
import { TrailFault } from '../errors.js';
import { type Log, told } from '../log.js';
import type { TriggerSettings } from '../settings/triggers.js';
import type { AnswerTrigger } from '../triggers/desk.js';
import { type Reply, refusal } from '../triggers/reply.js';
import { isOfNow, isSigned } from '../triggers/signature.js';

export interface TriggersRoute {
  /** Programs that may ask, as the settings are now. */
  triggers: () => readonly TriggerSettings[];
  clock: () => Date;
  /** A secret that nobody has: what comes for no trigger is measured by it, which takes as long as by a real one. */
  nobodysSecret: string;
  answer: AnswerTrigger;
  /** Sends the card that is owed for a delivery. */
  send: (owed: string) => Promise<void>;
  log: Log;
}

/** The largest body that is read, in bytes. */
const largestBody = 64 * 1024;

/** `POST /api/triggers/:name`, for programs: who asks is proved by a signature over the body as it came. */
export function mountTriggers(server: Server, needs: TriggersRoute): { idle: () => Promise<void> } {
  const underWay = new Set<Promise<void>>();
  const inBackground = (work: Promise<void>) => {
    const settled: Promise<void> = work
      .catch((fault: unknown) => needs.log.warn(told(fault), 'the card of a trigger waits'))
      .finally(() => underWay.delete(settled));
    underWay.add(settled);
  };
  server.post('/api/triggers/:name', async (request: Request, response: Response) => {
    const { status, body, owed } = await answered(needs, request);
    response.send(status, body);
    if (owed !== undefined) inBackground(needs.send(owed));
  });
  return {
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function answered(needs: TriggersRoute, request: Request): ReturnType<AnswerTrigger> {
  const rawBody = typeof request.rawBody === 'string' ? request.rawBody : '';
  if (Buffer.byteLength(rawBody) > largestBody) return tooLarge;
  const found = proved(needs, request, rawBody);
  if ('refused' in found) return found.refused;
  try {
    return await needs.answer(found.trigger, { rawBody, body: request.body });
  } catch (fault) {
    needs.log.error(told(fault), 'a trigger could not be answered');
    return fault instanceof TrailFault ? unrecorded : failed;
  }
}

function proved(
  { triggers, clock, nobodysSecret }: TriggersRoute,
  { params, headers }: Request,
  rawBody: string,
): { trigger: TriggerSettings } | { refused: Reply } {
  const name = String(params.name);
  const timestamp = headerOf(headers['x-till-timestamp']);
  const signature = headerOf(headers['x-till-signature']);
  const trigger = triggers().find((each) => each.name === name);
  const signed = isSigned({ name, timestamp, signature, rawBody }, trigger?.secret ?? nobodysSecret);
  if (trigger === undefined || !signed) return { refused: unproved };
  return isOfNow(timestamp, clock()) ? { trigger } : { refused: notOfNow };
}

function headerOf(given: string | string[] | undefined): string {
  return typeof given === 'string' ? given : '';
}

const tooLarge = refusal(413, 'PayloadTooLarge', 'The body is larger than 64 KiB. Send less.');
const unproved = refusal(
  401,
  'NotProved',
  'There is no such trigger, or the request was not signed with its secret. Sign "name.timestamp.body" and send it as x-till-signature.',
);
const notOfNow = refusal(
  401,
  'NotOfNow',
  'The timestamp is more than 300 seconds off. Send the time in seconds since 1970 as x-till-timestamp, and check the clock.',
);
const unrecorded = refusal(
  503,
  'NotRecorded',
  'The record could not be kept, so nothing was shown. Send it again in a minute.',
);
const failed = refusal(500, 'Internal', 'That could not be worked on. Send it again in a minute.');
