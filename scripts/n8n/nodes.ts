import { createHash } from 'node:crypto';

/** One box of a workflow, as n8n's own export has it; without its id and place, which the workflow gives it. */
export interface Step {
  name: string;
  type: string;
  typeVersion: number;
  parameters: Readonly<Record<string, unknown>>;
  /** Whatever else stands beside the parameters. */
  more?: Readonly<Record<string, unknown>>;
}

/** Names of boxes from left to right; `after` of each box, by its outputs in order. */
export type Lines = Readonly<Record<string, readonly (readonly string[])[]>>;

/** A workflow to be imported: inactive, without credentials. */
export interface Plan {
  name: string;
  steps: readonly Step[];
  lines: Lines;
  /** What an admin reads on the canvas. */
  note: string;
}

/** Nothing of an execution is kept: the answers of Stripe would stand in n8n's database. */
const settings = {
  executionOrder: 'v1',
  saveDataSuccessExecution: 'none',
  saveDataErrorExecution: 'none',
  saveManualExecutions: false,
  saveExecutionProgress: false,
  executionTimeout: 60,
};

/** The workflow as n8n imports it. Ids come from the names, so that another import of it takes the place of the last. */
export function workflowOf({ name, steps, lines, note }: Plan) {
  const left = steps.map((step) => step.name);
  const boxes = steps.map(({ name: box, type, typeVersion, parameters, more = {} }) => ({
    id: idOf(name, box),
    name: box,
    type,
    typeVersion,
    position: placeOf(box, lines, left),
    parameters,
    ...more,
  }));
  return {
    id: `tk${createHash('sha256').update(name).digest('hex').slice(0, 14)}`,
    name,
    active: false,
    nodes: [noteOf(name, note), ...boxes],
    connections: Object.fromEntries(
      Object.entries(lines).map(([from, outputs]) => [
        from,
        { main: outputs.map((names) => names.map((node) => ({ node, type: 'main', index: 0 }))) },
      ]),
    ),
    settings,
    pinData: {},
  };
}

export type Workflow = ReturnType<typeof workflowOf>;

/** An id that is the same in every run. */
export function idOf(...names: string[]): string {
  const hex = createHash('sha256').update(names.join(' ')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

const wide = 220;

/** One column for each step away from the start; a second way out one row lower. */
function placeOf(box: string, lines: Lines, all: readonly string[]): [number, number] {
  const before = Object.entries(lines).find(([, outputs]) => outputs.flat().includes(box));
  if (!before)
    return [0, all.filter((name) => !Object.values(lines).flat(2).includes(name)).indexOf(box) * 180];
  const [from, outputs] = before;
  const [x, y] = placeOf(from, lines, all);
  return [
    x + wide,
    y +
      Math.max(
        0,
        outputs.findIndex((names) => names.includes(box)),
      ) *
        180,
  ];
}

function noteOf(workflow: string, content: string) {
  return {
    id: idOf(workflow, 'note'),
    name: 'Read me',
    type: 'n8n-nodes-base.stickyNote',
    typeVersion: 1,
    position: [0, -300],
    parameters: { content, width: 880, height: 240 },
  };
}
