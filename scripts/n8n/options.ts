import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { permissions } from '../../src/access/permission.js';
import { demoRoles } from '../../src/demo/people.js';
import type { Workflow } from './nodes.js';
import { openRouterGateway } from './openRouterGateway.js';
import { stripeGateway } from './stripeGateway.js';
import { dailySummary, onDemand } from './triggerWorkflows.js';

/** How the command is called. */
export const usage = `npm run n8n -- workflow --account ID [--settings settings.json] [--mode test|live] [--roles '{"analyst": ["charges.read"]}']
npm run n8n -- workflow --openrouter [--models a,b]
npm run n8n -- workflow --daily-summary | --on-demand [--bot https://host] [--trigger NAME] [--account ID] [--conversation NAME]
Each writes a workflow to be imported into n8n; --out FILE instead of the screen. npm run n8n -- shipped writes those of the folder n8n anew.`;

/** What is to be done; or what is wrong with how it was asked. */
export type Asked =
  | { kind: 'workflow'; workflow: Workflow; out: string | undefined }
  | { kind: 'shipped' }
  | { kind: 'wrong'; why: string };

const held = z.array(z.enum(permissions));
const roleTable = z.record(z.string(), z.union([held, z.object({ may: held }).transform(({ may }) => may)]));
const settingsPart = z.object({
  roles: roleTable,
  accounts: z.array(
    z.object({ id: z.string(), mode: z.enum(['test', 'live']), stripeAccount: z.string().nullish() }),
  ),
});

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const known = {
  account: text,
  mode: text,
  roles: text,
  settings: text,
  openrouter: flag,
  models: text,
  'daily-summary': flag,
  'on-demand': flag,
  bot: text,
  trigger: text,
  conversation: text,
  out: text,
} as const;
type Given = ReturnType<typeof parsed>['values'];

const parsed = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });

/** Reads the arguments behind `npm run n8n --`. */
export function askedFor(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parsed(args);
    if (positionals.join() === 'shipped') return { kind: 'shipped' };
    if (positionals.join() !== 'workflow') return { kind: 'wrong', why: 'Say what to make.' };
    return { kind: 'workflow', workflow: workflowFor(values), out: values.out };
  } catch (cause) {
    if (cause instanceof z.ZodError)
      return { kind: 'wrong', why: 'The roles or the settings cannot be read.' };
    return { kind: 'wrong', why: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '' };
  }
}

function workflowFor(given: Given): Workflow {
  const { account, bot, trigger, conversation } = given;
  if (given.openrouter) return openRouterGateway(given.models ? { models: given.models.split(',') } : {});
  const asking = {
    ...(bot ? { botUrl: bot.replace(/\/$/, '') } : {}),
    ...(trigger ? { trigger } : {}),
    ...(account ? { account } : {}),
    ...(conversation ? { conversation } : {}),
  };
  if (given['daily-summary']) return dailySummary(asking);
  if (given['on-demand']) return onDemand(asking);
  return forAccount(account, given);
}

const accountId = z.string().regex(/^[a-z0-9-]{1,32}$/);
const modeName = z.enum(['test', 'live']);

function forAccount(account: string | undefined, { mode, roles, settings }: Given): Workflow {
  const file = settings ? settingsPart.parse(JSON.parse(readFileSync(settings, 'utf8'))) : undefined;
  const there = file?.accounts.find(({ id }) => id === account);
  if (file && !there) throw new RangeError(`There is no account ${account} in the settings.`);
  return stripeGateway({
    account: accountId.parse(account),
    mode: modeName.parse(mode ?? there?.mode ?? 'test'),
    roles: roles ? roleTable.parse(JSON.parse(roles)) : (file?.roles ?? demoRoles),
    ...(there?.stripeAccount ? { stripeAccount: there.stripeAccount } : {}),
  });
}
