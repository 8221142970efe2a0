import { readdirSync, readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import { settingsOf } from './workflowFile.js';

const step = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  typeVersion: z.number(),
  parameters: z.record(z.string(), z.unknown()),
});

/** A workflow file, as n8n imports it. */
export const workflow = z.looseObject({
  id: z.string(),
  name: z.string(),
  active: z.boolean(),
  nodes: z.array(step),
  connections: z.record(
    z.string(),
    z.object({ main: z.array(z.array(z.object({ node: z.string(), type: z.string(), index: z.number() }))) }),
  ),
  settings: z.record(z.string(), z.unknown()),
});
export type WorkflowFile = z.infer<typeof workflow>;
export type Box = z.infer<typeof step>;

const folder = new URL('../../n8n/', import.meta.url);

/** Names of the files in the folder n8n. */
export function shippedNames(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'));
}

/** The text of one. */
export function shippedText(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** One, read. */
export function shipped(name: string): WorkflowFile {
  return workflow.parse(JSON.parse(shippedText(name)));
}

/** A box of a workflow by its name. */
export function boxOf(file: WorkflowFile, name: string): Box {
  const box = file.nodes.find((one) => one.name === name);
  if (!box) throw new Error(`${file.name} has no box ${name}`);
  return box;
}

/** What the box "Settings" gives. */
export function settingsIn(file: WorkflowFile): Record<string, unknown> {
  return settingsOf(boxOf(file, 'Settings'));
}

const script = z.object({ jsCode: z.string() });
const items = z.array(z.object({ json: z.record(z.string(), z.unknown()) }));

/** Makes a Code node of a file into a function: it gets what comes in and what other boxes gave, by their names. The
 * script knows the language itself and nothing of Node, as little as in n8n. */
export function codeOf(file: WorkflowFile, name: string) {
  const source = script.parse(boxOf(file, name).parameters).jsCode;
  const compiled = new Script(`"use strict"; JSON.stringify((function () {${source}})())`);
  const context = createContext({});
  return (
    input: unknown,
    others: Readonly<Record<string, unknown>> = {},
    more: Readonly<Record<string, unknown>> = {},
  ): Record<string, unknown> => {
    const given = (json: unknown) => ({ first: () => ({ json }), all: () => [{ json }] });
    Object.assign(context, more, { $input: given(input), $: (box: string) => given(others[box]) });
    const [first] = items.parse(JSON.parse(String(compiled.runInContext(context))));
    return first?.json ?? {};
  };
}
