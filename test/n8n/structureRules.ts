import { z } from 'zod';
import type { Box, WorkflowFile } from './shippedFiles.js';

/** Boxes that were run with a real n8n, in these versions. */
const known: Readonly<Record<string, number>> = {
  'n8n-nodes-base.webhook': 2.1,
  'n8n-nodes-base.set': 3.4,
  'n8n-nodes-base.code': 2,
  'n8n-nodes-base.if': 2.2,
  'n8n-nodes-base.httpRequest': 4.2,
  'n8n-nodes-base.respondToWebhook': 1.5,
  'n8n-nodes-base.crypto': 2,
  'n8n-nodes-base.scheduleTrigger': 1.2,
  'n8n-nodes-base.manualTrigger': 1,
  'n8n-nodes-base.executeWorkflowTrigger': 1.1,
  'n8n-nodes-base.stickyNote': 1,
};

const nothingKept: Readonly<Record<string, unknown>> = {
  saveDataSuccessExecution: 'none',
  saveDataErrorExecution: 'none',
  saveManualExecutions: false,
  saveExecutionProgress: false,
};

const kind = ({ type }: Box): string => type.replace('n8n-nodes-base.', '');
const isStart = (box: Box): boolean => /Trigger$|^webhook$/.test(kind(box));

type Rule = (file: WorkflowFile) => string[];

const nothingRuns: Rule = ({ active, settings }) => [
  ...(active ? ['is active'] : []),
  ...Object.entries(nothingKept).flatMap(([name, value]) =>
    settings[name] === value ? [] : [`keeps data: ${name}`],
  ),
  ...(typeof settings.executionTimeout === 'number' ? [] : ['has no end of time']),
];

const knownBoxes: Rule = ({ nodes }) =>
  nodes.flatMap(({ name, type, typeVersion }) =>
    known[type] === typeVersion ? [] : [`${name}: ${type} ${typeVersion} was never tried`],
  );

const once: Rule = ({ nodes }) =>
  nodes.flatMap(({ name, id }, at) =>
    nodes.slice(0, at).some((other) => other.name === name || other.id === id)
      ? [`${name} is there twice`]
      : [],
  );

const noCredential: Rule = ({ nodes }) =>
  nodes.flatMap((box) => ('credentials' in box ? [`${box.name} names a credential of somebody's n8n`] : []));

const guardedDoor: Rule = ({ nodes }) =>
  nodes
    .filter((box) => kind(box) === 'webhook')
    .flatMap(({ name, parameters, webhookId }) => [
      ...(parameters.authentication === 'jwtAuth' ? [] : [`${name} lets everybody in`]),
      ...(parameters.responseMode === 'responseNode' ? [] : [`${name} does not wait for the answer`]),
      ...(parameters.httpMethod === 'POST' && parameters.path ? [] : [`${name} takes no POST`]),
      ...(webhookId ? [] : [`${name} has no id of its own`]),
    ]);

const options = z.object({
  redirect: z.object({ redirect: z.object({ followRedirects: z.literal(false) }) }),
  timeout: z.number(),
});
const whole = z.object({
  response: z.object({ response: z.object({ fullResponse: z.literal(true), neverError: z.literal(true) }) }),
});

const requests: Rule = ({ nodes }) =>
  nodes
    .filter((box) => kind(box) === 'httpRequest')
    .flatMap((box) => {
      const { name, parameters, retryOnFail, onError } = box;
      const keyed = parameters.authentication === 'predefinedCredentialType';
      return [
        ...(parameters.sendBody === true ? [] : [`${name} would drop its body`]),
        ...(options.safeParse(parameters.options).success
          ? []
          : [`${name} follows redirects or waits for ever`]),
        ...(onError === undefined ? [] : [`${name} hides a failure`]),
        ...(keyed && !whole.safeParse(parameters.options).success
          ? [`${name} loses an answer that is an error`]
          : []),
        ...(keyed && retryOnFail !== undefined ? [`${name} asks twice`] : []),
        ...(keyed || retryOnFail === true ? [] : [`${name} asks once only`]),
        ...(!keyed && whole.safeParse(parameters.options).success
          ? [`${name} takes a refusal for an answer`]
          : []),
      ];
    });

const after = ({ connections }: WorkflowFile, name: string): string[] =>
  (connections[name]?.main ?? []).flat().map(({ node }) => node);

function reached(file: WorkflowFile): Set<string> {
  const found = new Set(file.nodes.filter(isStart).map(({ name }) => name));
  for (const name of found) for (const next of after(file, name)) found.add(next);
  return found;
}

const lines: Rule = (file) => {
  const names = new Set(file.nodes.map(({ name }) => name));
  const ends = Object.entries(file.connections).flatMap(([from]) => [from, ...after(file, from)]);
  const all = reached(file);
  const lost = file.nodes.filter((box) => kind(box) !== 'stickyNote' && !all.has(box.name));
  return [
    ...ends.filter((name) => !names.has(name)).map((name) => `a line ends at ${name}, which is not there`),
    ...lost.map(({ name }) => `${name} is never reached`),
  ];
};

const answered: Rule = (file) => {
  if (!file.nodes.some((box) => kind(box) === 'webhook')) return [];
  return file.nodes
    .filter((box) => reached(file).has(box.name) && after(file, box.name).length === 0)
    .flatMap((box) => (kind(box) === 'respondToWebhook' ? [] : [`${box.name} ends without an answer`]));
};

/** What holds a key is reached through the check alone, and what it gives only through what keeps the allowed. */
const checked: Rule = (file) =>
  file.nodes
    .filter(({ parameters }) => parameters.authentication === 'predefinedCredentialType')
    .flatMap(({ name }) => {
      const before = Object.keys(file.connections).filter((from) => after(file, from).includes(name));
      const passes = file.connections['Allowed?']?.main[0]?.map(({ node }) => node) ?? [];
      return [
        ...(before.join() === 'Allowed?' && passes.join() === name
          ? []
          : [`${name} is reached without the check`]),
        ...(after(file, name).join() === 'Keep allowed' ? [] : [`${name} gives its answer away whole`]),
      ];
    });

const secrets = /\b(?:sk|rk|pk)_(?:live|test)_\w+|\bsk-or-\w+|\bwhsec_\w+|\beyJ[\w-]{10,}|Bearer [\w.-]{8,}/;
const noSecret: Rule = (file) => {
  const text = JSON.stringify(file);
  return [
    ...(secrets.test(text) ? ['holds what looks like a key'] : []),
    ...(/\$env\b|\$vars\b|process\.env/.test(text)
      ? ['reads the environment, which n8n does not let it']
      : []),
    ...(/\brequire\(|\bimport\(|\$helpers|this\.helpers/.test(text)
      ? ['needs what a Code box does not have']
      : []),
  ];
};

const rules: readonly Rule[] = [
  nothingRuns,
  knownBoxes,
  once,
  noCredential,
  guardedDoor,
  requests,
  lines,
  answered,
  checked,
  noSecret,
];

/** Everything that is wrong with how a workflow is built. */
export function faultsOf(file: WorkflowFile): string[] {
  return rules.flatMap((rule) => rule(file));
}
