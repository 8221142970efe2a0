/** A sign that somebody tampered: which kind, at which row, and in words. */
export interface Finding {
  kind:
    | 'changed'
    | 'erased'
    | 'unlinked'
    | 'missing'
    | 'head_cut'
    | 'tail_cut'
    | 'rewritten'
    | 'checkpoint_forged'
    | 'checkpoint_lost';
  /** Row number; 0 where it is about no single row. */
  seq: number;
  says: string;
}

const rows = (from: number, to: number) => (from === to ? `Row ${from}` : `Rows ${from} to ${to}`);
const are = (from: number, to: number) => (from === to ? 'is' : 'are');

/** Each finding in words. */
export const say = {
  changed: (seq: number): Finding => ({
    kind: 'changed',
    seq,
    says: `Row ${seq} was changed: it does not say what was written.`,
  }),
  hashChanged: (seq: number): Finding => ({
    kind: 'changed',
    seq,
    says: `Row ${seq} was changed: its number, digest or hash is not the one that was written.`,
  }),
  erased: (seq: number): Finding => ({
    kind: 'erased',
    seq,
    says: `Row ${seq} was emptied, and no signed erasure says so.`,
  }),
  unlinked: (seq: number): Finding => ({
    kind: 'unlinked',
    seq,
    says: `Row ${seq} does not follow row ${seq - 1}: one of them was changed, moved or put in.`,
  }),
  missing: (from: number, to: number): Finding => ({
    kind: 'missing',
    seq: from,
    says: `${rows(from, to)} ${are(from, to)} missing.`,
  }),
  headCut: (seq: number): Finding => ({
    kind: 'head_cut',
    seq,
    says: `The trail begins with row ${seq}, and no signed prune says so: older rows were removed or changed.`,
  }),
  tailCut: (last: number, signed: number): Finding => ({
    kind: 'tail_cut',
    seq: last + 1,
    says: `${rows(last + 1, signed)} ${are(last + 1, signed)} missing at the end: row ${signed} was signed.`,
  }),
  rewritten: (seq: number): Finding => ({
    kind: 'rewritten',
    seq,
    says: `Row ${seq} is not the one that was signed: it or rows before it were rewritten.`,
  }),
  forged: (where: string): Finding => ({
    kind: 'checkpoint_forged',
    seq: 0,
    says: `A checkpoint was not signed with our secret: ${where}. It was changed, or TILLKEEPER_SECRET lacks an old secret.`,
  }),
  lost: (there: number, here: number): Finding => ({
    kind: 'checkpoint_lost',
    seq: here,
    says: `The checkpoint file ends with row ${there}, the database knows a checkpoint of row ${here}: lines were removed from the file.`,
  }),
  unsigned: (from: number, to: number, every: number): Finding => ({
    kind: 'checkpoint_lost',
    seq: from,
    says: `${rows(from, to)} have no checkpoint, though one is written every ${every} rows: checkpoints were removed, or could not be written.`,
  }),
};
