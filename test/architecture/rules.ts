import { posix } from 'node:path';
import type { Import, Module } from './modules.js';
import { ringsOf } from './rings.js';

/** One rule of the house. `breaches` names every file that breaks it and how; an empty list is obedience. */
export interface Rule {
  says: string;
  breaches: (modules: readonly Module[]) => string[];
}

const within =
  (...places: string[]) =>
  (path: string): boolean =>
    places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

const theProcess = within('src/index.ts', 'src/commands/');
const inTests = within('test/');
const inProduct = within('src/', 'dialogs/', 'cards/');

/** A rule on who may import what; tests may import everything unless `testsToo`. */
const imports = (rule: {
  says: string;
  what: (found: Import) => boolean;
  only?: (path: string) => boolean;
  of?: (path: string) => boolean;
  testsToo?: boolean;
}): Rule => ({
  says: rule.says,
  breaches: (modules) =>
    modules
      .filter(({ path }) => rule.testsToo || !inTests(path))
      .filter(({ path }) => (rule.of?.(path) ?? true) && !(rule.only?.(path) ?? false))
      .flatMap(({ path, imports: found }) =>
        found.filter(rule.what).map(({ target }) => `${path} imports ${target}`),
      ),
});

/** A rule on what may stand in the code of the product. */
const code = (rule: {
  says: string;
  never: RegExp;
  but?: (path: string) => boolean;
  /** What is looked past before. */
  without?: RegExp;
}): Rule => ({
  says: rule.says,
  breaches: (modules) =>
    modules
      .filter(({ path }) => inProduct(path) && !(rule.but?.(path) ?? false))
      .map(({ path, code: text }) => ({
        path,
        text: rule.without ? text.replace(rule.without, spaces) : text,
      }))
      .flatMap(({ path, text }) =>
        [...text.matchAll(rule.never)].map(
          ({ 0: found, index }) => `${path}:${text.slice(0, index).split('\n').length} has ${found.trim()}`,
        ),
      ),
});

const spaces = (text: string): string => text.replace(/[^\n]/g, ' ');

const file = (path: (target: string) => boolean) => (found: Import) => path(found.target);
const packaged = (name: RegExp) => (found: Import) => name.test(found.target);
const botFramework = /^(?:botbuilder|botframework)(?:-|$)/;

/** Who may never import whom; the words are those of the design. */
export const importRules: readonly Rule[] = [
  imports({ says: 'nobody imports src/index.ts', what: file(within('src/index.ts')), testsToo: true }),
  imports({
    says: 'only src/index.ts, src/commands, bench, scripts and tests import src/demo',
    what: file(within('src/demo/')),
    only: within('src/demo/', 'src/index.ts', 'src/commands/', 'bench/', 'scripts/'),
  }),
  imports({
    says: 'only src/app.ts and src/core.ts import dialogs',
    what: file(within('dialogs/')),
    only: within('src/app.ts', 'src/core.ts', 'dialogs/'),
  }),
  imports({
    says: 'cards see only types of src/masking/views',
    what: (found) =>
      found.target.startsWith('src/') &&
      !(found.typesOnly && within('src/masking/views.ts', 'src/masking/views/')(found.target)),
    of: within('cards/'),
  }),
  imports({
    says: 'src/answer.ts and src/abilities see no SDK',
    what: packaged(/^(?:stripe|openai|botbuilder.*|botframework.*|restify|libsql|pino|ws|adaptive.*)$/),
    of: (path) => within('src/answer.ts', 'src/abilities/')(path),
  }),
  imports({
    says: 'stripe only in src/stripe',
    what: packaged(/^stripe$/),
    only: within('src/stripe/', 'bench/'),
  }),
  imports({
    says: 'openai only in src/recognition/openRouter.ts and src/app.ts',
    what: packaged(/^openai$/),
    only: within('src/recognition/openRouter.ts', 'src/app.ts', 'bench/'),
  }),
  imports({
    says: 'restify only in src/server.ts and routes of channels',
    what: packaged(/^restify$/),
    only: within('src/server.ts', 'src/channels/'),
  }),
  imports({
    says: 'Bot Framework only in src/bot.ts, src/channels, dialogs, cards/index.ts, src/store/botState.ts, src/app.ts and the cores it makes',
    what: packaged(botFramework),
    only: within(
      'src/bot.ts',
      'src/channels/',
      'dialogs/',
      'cards/index.ts',
      'src/store/botState.ts',
      'src/app.ts',
      'src/core.ts',
      'src/currentCore.ts',
    ),
  }),
  imports({
    says: 'node:process only in src/index.ts and src/commands',
    what: packaged(/^(?:node:)?process$/),
    of: inProduct,
    only: theProcess,
  }),
  imports({
    says: 'Microsoft Graph and Entra’s tokens only in src/graph',
    what: packaged(/^@(?:microsoft\/microsoft-graph-client|azure\/identity)$/),
    only: within('src/graph/'),
  }),
  imports({ says: 'libsql only in src/store', what: packaged(/^libsql$/), only: within('src/store/') }),
  {
    says: 'no rings of imports',
    breaches: (modules) =>
      ringsOf(modules.filter(({ path }) => inProduct(path))).map((ring) => ring.join(' → ')),
  },
];

/** What stands only in certain places of the product. */
export const codeRules: readonly Rule[] = [
  code({
    says: 'process.env is read only in src/index.ts and src/commands',
    never: /\bprocess\s*\??\.\s*env\b|\benv\b[^;\n]*\}\s*=\s*process\b/g,
    but: theProcess,
  }),
  code({
    says: 'the clock and random ids are made only in src/app.ts, src/index.ts, src/commands and src/demo',
    never:
      /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^)\s])|\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b/g,
    but: (path) => theProcess(path) || within('src/app.ts', 'src/demo/')(path),
  }),
  code({ says: 'no console but in src/commands', never: /\bconsole\s*\./g, but: within('src/commands/') }),
  code({ says: 'no bare throw new Error', never: /\bthrow\s+(?:new\s+)?Error\b/g }),
  code({
    says: 'Masked is minted only in src/masking/mask.ts',
    never: /\bas\s+(?:\w+\.)?Masked\b/g,
    but: within('src/masking/mask.ts'),
  }),
  code({
    says: 'Permit is minted only in src/access',
    never: /\bas\s+(?:\w+\.)?Permit\b/g,
    but: within('src/access/'),
  }),
  code({
    says: 'Confirmed is minted only in src/store/confirmations.ts',
    never: /\bas\s+(?:\w+\.)?Confirmed\b/g,
    but: within('src/store/confirmations.ts'),
  }),
  code({
    says: 'no `as` but `as const` and the three mints',
    never: /\bas\s+(?!const\b|(?:\w+\.)?(?:Masked|Permit|Confirmed)\b)[\w{[(]+/g,
    without: /\b(?:import|export)\s+(?:type\s+)?(?:\w+\s*,\s*)?(?:\{[^}]*\}|\*\s+as\s+\w+)/g,
  }),
  {
    says: 'file names are camelCase and none is a drawer for everything',
    breaches: (modules) =>
      modules
        .map(({ path }) => path)
        .filter((path) => inProduct(path))
        .filter((path) => {
          const name = posix.basename(path, '.ts');
          return (
            !/^[a-z][A-Za-z0-9]*$/.test(name) || /^(?:utils?|helpers?|common|types?|misc|shared)$/i.test(name)
          );
        }),
  },
];
