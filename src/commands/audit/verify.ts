import { type Verified, verifyTrail } from '../../audit/verify.js';
import { counted } from './counted.js';
import type { Office } from './office.js';

/** Findings that are told one by one. */
const mostTold = 50;

/** Looks through the whole trail and says what it found; `false` when somebody tampered. */
export async function verify(
  { database, chain, checkpoints, settings }: Office,
  print: (line: string) => void,
): Promise<boolean> {
  await chain.ready();
  const every = settings.trail.checkpointEvery;
  const verified = await verifyTrail({ database, checkpoints, every });
  for (const line of verifiedLines(verified)) print(line);
  return verified.findings.length === 0;
}

/** What was found, in lines. */
export function verifiedLines({ rows, blank, first, last, unsigned, findings }: Verified): string[] {
  const told = findings.slice(0, mostTold).map(({ kind, says }) => `${kind}: ${says}`);
  const more = findings.length - told.length;
  return [
    ...told,
    ...(more > 0 ? [`… and ${more} more.`] : []),
    rows === 0 ? 'The trail has no rows.' : `Looked at ${counted(rows, 'row')}, ${first} to ${last}.`,
    ...(blank > 0 ? [`Emptied on purpose, and signed: ${counted(blank, 'row')}.`] : []),
    ...(unsigned > 0
      ? [
          `Without a checkpoint yet: ${counted(unsigned, 'row')} at the end. Nobody could tell if those were rewritten or cut off. The bot writes a checkpoint every minute.`,
        ]
      : []),
    findings.length === 0
      ? 'Nothing was tampered with.'
      : `Somebody tampered with the trail, or part of it was lost: ${counted(findings.length, 'finding')}.`,
  ];
}
