import { readFileSync } from 'node:fs';
import { z } from 'zod';

const node = z.looseObject({
  name: z.string(),
  type: z.string(),
  parameters: z.record(z.string(), z.unknown()),
});
const lines = z.object({ main: z.array(z.array(z.object({ node: z.string() })).nullable()) });

const workflow = z.object({ nodes: z.array(node), connections: z.record(z.string(), lines) });

/** A workflow as its file says it: boxes, and which comes after which. */
export type WorkflowFile = z.infer<typeof workflow>;
export type Box = z.infer<typeof node>;

/** Reads a file of the folder n8n. */
export function shippedWorkflow(name: string): WorkflowFile {
  return workflow.parse(JSON.parse(readFileSync(new URL(`../../n8n/${name}`, import.meta.url), 'utf8')));
}

const assigned = z.looseObject({
  assignments: z.looseObject({
    assignments: z.array(z.looseObject({ name: z.string(), type: z.string(), value: z.unknown() })),
  }),
});

/** The same workflow with other values in its box "Settings", as an admin types them there. One that is not in the box is a
 * fault of the caller. */
export function withSettings(file: WorkflowFile, values: Readonly<Record<string, string>>): WorkflowFile {
  const nodes = file.nodes.map((box) => {
    if (box.name !== 'Settings') return box;
    const { assignments, ...rest } = assigned.parse(box.parameters);
    const names = assignments.assignments.map(({ name }) => name);
    const unknown = Object.keys(values).filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`Settings has no ${unknown.join()}`);
    const changed = assignments.assignments.map((one) => ({ ...one, value: values[one.name] ?? one.value }));
    return { ...box, parameters: { ...rest, assignments: { ...assignments, assignments: changed } } };
  });
  return { ...file, nodes };
}

/** What a box "Settings" hands on. */
export function settingsOf(box: Box): Record<string, unknown> {
  const { assignments } = assigned.parse(box.parameters).assignments;
  return Object.fromEntries(assignments.map(({ name, type, value }) => [name, typed(type, value)] as const));
}

/** n8n reads the text of a list or an object. */
function typed(type: string, value: unknown): unknown {
  const read = (type === 'object' || type === 'array') && typeof value === 'string';
  return read ? JSON.parse(value) : value;
}
