import { SettingsFault } from '../../errors.js';
import { accountOf } from '../../settings/accounts.js';
import { checkedEnvironment, checkedFile, type Present, presentOf } from '../../settings/checked.js';
import { ofEnvironment } from '../../settings/ofEnvironment.js';
import { portalsOf } from '../../settings/portals.js';
import { type Resolve, resolveFrom } from '../../settings/references.js';
import { startLines } from '../../settings/startLines.js';
import { environmentFaults, readSettings, type Settings } from '../../settings.js';
import { isDemo, settingsContent, startDemo } from '../startSettings.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** What the checks need of the settings. */
export type Examined = Pick<
  Settings,
  | 'accounts'
  | 'roles'
  | 'people'
  | 'portals'
  | 'model'
  | 'bot'
  | 'graphBase'
  | 'tenants'
  | 'dataDir'
  | 'databaseUrl'
  | 'secrets'
  | 'page'
>;

/** The settings as far as they can be used, and why the rest cannot. */
export interface Known {
  settings: Examined;
  /** Every fault that would stop the start. */
  faults: readonly string[];
  /** What stands in them to no effect. */
  said: readonly string[];
  /** What is not looked at because of them. */
  left: readonly string[];
  /** The variables that the settings file takes secrets from. */
  secretNames: readonly string[];
  close: () => Promise<void>;
}

/** Reads the settings as the start does; where that fails, keeps what is right so that it can be checked all the same. */
export async function knownSettings(variables: Variables): Promise<Known> {
  let content: unknown;
  const close = async () => {};
  try {
    content = settingsContent(variables);
    if (isDemo(variables, content)) return { ...nothingWrong, ...(await startDemo(variables)) };
    const settings = readSettings(variables, content);
    const said = startLines(settings, settings.port).filter((line) => idle.test(line));
    return { ...nothingWrong, settings, said, secretNames: namesIn(content), close };
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    const secretNames = namesIn(content);
    return { ...nothingWrong, ...rest(variables, content), faults: error.faults, secretNames, close };
  }
}

const nothingWrong = { faults: [], said: [], left: [], secretNames: [] };
/** Of what the start says: entries that do nothing. The rest is looked at here by itself. */
const idle = /^(?:people|triggers|coupons)\.|does not use it yet/;

function namesIn(content: unknown): string[] {
  return [...(JSON.stringify(content) ?? '').matchAll(/"env:([A-Za-z_]\w*)"/g)].map(([, name = '']) => name);
}

/** What can be used of settings with faults. `content`: of the settings file, `undefined` where it cannot be read. */
function rest(variables: Variables, content: unknown): Pick<Known, 'settings' | 'left'> {
  const present = presentOf(variables);
  const env = checkedEnvironment(present, []);
  const file = checkedFile(content ?? {}, []);
  const faulty = faultyIn(variables);
  const accounts = right(file?.accounts, (one, needs) => accountOf(one, { env, ...needs }), present);
  const portals = right(file?.portals, (one, needs) => portalsOf([one], needs), present);
  const alone = content === null ? accountsOf(variables) : null;
  const noAccounts = (file === null && alone === null) || faulty('STRIPE_');
  return {
    settings: {
      ...ofEnvironment(env),
      ...(faulty('OPENROUTER_') ? { model: null } : {}),
      accounts: noAccounts ? [] : (alone ?? accounts.made),
      portals: portals.made.flat(),
      roles: file?.roles ?? {},
      people: file?.people ?? [],
      tenants: file?.tenants ?? [],
      page: null,
    },
    left: [
      ...(noAccounts ? ['accounts'] : accounts.left.map((id) => `account ${id}`)),
      ...(file === null && content !== null ? ['portals'] : portals.left.map((id) => `portal ${id}`)),
      ...(faulty('OPENROUTER_') ? ['model'] : []),
      ...(faulty('MicrosoftApp', 'Certificate') ? ['bot credentials'] : []),
      ...(faulty('MicrosoftApp', 'Certificate', 'GRAPH_') ? ['groups'] : []),
      ...(faulty('DATABASE_URL') ? ['database'] : []),
    ],
  };
}

/** Whether a variable that begins so has a fault. What it leads to is not looked at then: without it the check would go
 * to the usual address, with a key that was not meant for it. */
function faultyIn(variables: Variables): (...names: string[]) => boolean {
  const faults = environmentFaults(variables);
  return (...names) => names.some((name) => faults.some((fault) => fault.startsWith(name)));
}

interface Needs {
  resolve: Resolve;
  faults: string[];
}

/** Makes each by itself, so that a faulty one does not take the others along. */
function right<From extends { id: string }, To>(
  all: readonly From[] = [],
  make: (one: From, needs: Needs) => To,
  present: Present,
): { made: To[]; left: string[] } {
  const each = all.map((one) => {
    const faults: string[] = [];
    return { id: one.id, made: make(one, { resolve: resolveFrom(present, faults), faults }), faults };
  });
  return {
    made: each.flatMap(({ made, faults }) => (faults.length === 0 ? [made] : [])),
    left: each.flatMap(({ id, faults }) => (faults.length === 0 ? [] : [id])),
  };
}

/** The one account of the variables alone, where there is no settings file; `null` when it cannot be used either. */
function accountsOf(variables: Variables): Settings['accounts'] | null {
  const own = Object.entries(variables).filter(([name]) => /^(?:STRIPE_|ALLOW_FULL_KEY$)/.test(name));
  try {
    return readSettings(Object.fromEntries(own), null).accounts;
  } catch {
    return null;
  }
}
