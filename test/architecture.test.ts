import { expect } from 'chai';
import { blanked } from './architecture/blanked.js';
import { moduleOf, modulesIn } from './architecture/modules.js';
import { codeRules, importRules, type Rule } from './architecture/rules.js';

const rules: readonly Rule[] = [...importRules, ...codeRules];

const breachesOf = (says: string, sources: Record<string, string>): string[] => {
  const rule = rules.find((one) => one.says === says);
  return (
    rule?.breaches(Object.entries(sources).map(([path, text]) => moduleOf(path, text))) ?? ['no such rule']
  );
};

describe('the house', () => {
  const modules = modulesIn('src', 'dialogs', 'cards', 'bench', 'scripts', 'test');

  it('has files to look at', () => {
    expect(modules.length).to.be.above(20);
  });

  for (const { says, breaches } of rules) {
    it(`keeps: ${says}`, () => {
      expect(breaches(modules)).to.deep.equal([]);
    });
  }
});

describe('each rule of the house', () => {
  const offences: readonly [says: string, path: string, source: string][] = [
    ['nobody imports src/index.ts', 'test/a.test.ts', "import '../src/index.js';"],
    [
      'only src/index.ts, src/commands, bench, scripts and tests import src/demo',
      'src/app.ts',
      "import { people } from './demo/people.js';",
    ],
    [
      'only src/app.ts and src/core.ts import dialogs',
      'src/bot.ts',
      "import type { D } from '../dialogs/mainDialog.js';",
    ],
    [
      'cards see only types of src/masking/views',
      'cards/index.ts',
      "import { mask } from '../src/masking/views.js';",
    ],
    [
      'cards see only types of src/masking/views',
      'cards/charges.ts',
      "import type { Facts } from '../src/stripe/facts.js';",
    ],
    ['src/answer.ts and src/abilities see no SDK', 'src/abilities/x.ts', "import type Stripe from 'stripe';"],
    [
      'src/answer.ts and src/abilities see no SDK',
      'src/answer.ts',
      "import { Activity } from 'botbuilder-core';",
    ],
    ['stripe only in src/stripe', 'src/audit/trail.ts', "const s = await import('stripe');"],
    [
      'openai only in src/recognition/openRouter.ts and src/app.ts',
      'src/recognition/redact.ts',
      "export { OpenAI } from 'openai';",
    ],
    [
      'restify only in src/server.ts and routes of channels',
      'src/app.ts',
      "import { createServer } from 'restify';",
    ],
    [
      'Bot Framework only in src/bot.ts, src/channels, dialogs, cards/index.ts, src/store/botState.ts, src/app.ts and the cores it makes',
      'cards/charges.ts',
      "import { CardFactory } from 'botbuilder';",
    ],
    [
      'Microsoft Graph and Entra’s tokens only in src/graph',
      'src/access/groups.ts',
      "import type { Client } from '@microsoft/microsoft-graph-client';",
    ],
    ['libsql only in src/store', 'src/app.ts', "import Database from 'libsql';"],
    [
      'node:process only in src/index.ts and src/commands',
      'src/app.ts',
      "import { env } from 'node:process';",
    ],
    [
      'process.env is read only in src/index.ts and src/commands',
      'src/app.ts',
      'const { PORT } = process.env;',
    ],
    ['process.env is read only in src/index.ts and src/commands', 'src/app.ts', 'const { env } = process;'],
    [
      'the clock and random ids are made only in src/app.ts, src/index.ts, src/commands and src/demo',
      'src/bot.ts',
      `const t = \`\${Date.now()}\`;`,
    ],
    [
      'the clock and random ids are made only in src/app.ts, src/index.ts, src/commands and src/demo',
      'src/bot.ts',
      'const t = new Date();',
    ],
    [
      'the clock and random ids are made only in src/app.ts, src/index.ts, src/commands and src/demo',
      'src/bot.ts',
      "import { randomUUID } from 'node:crypto';",
    ],
    ['no console but in src/commands', 'src/bot.ts', "console.log('x');"],
    ['no bare throw new Error', 'cards/index.ts', "throw new Error('x');"],
    ['Masked is minted only in src/masking/mask.ts', 'src/masking/views.ts', 'const v = x as Masked<View>;'],
    ['Masked is minted only in src/masking/mask.ts', 'src/bot.ts', 'const v = x as views.Masked<V>;'],
    ['Permit is minted only in src/access', 'src/answer.ts', 'const v = x as Permit;'],
    [
      'Confirmed is minted only in src/store/confirmations.ts',
      'src/answer.ts',
      'const v = x as Confirmed<T>;',
    ],
    [
      'no `as` but `as const` and the three mints',
      'src/answer.ts',
      'const v = JSON.parse(x) as { a: string };',
    ],
    ['no `as` but `as const` and the three mints', 'src/answer.ts', 'const v = x as unknown as Masked<T>;'],
    ['file names are camelCase and none is a drawer for everything', 'src/store/utils.ts', ''],
    ['file names are camelCase and none is a drawer for everything', 'src/store/bot-state.ts', ''],
  ];
  for (const [says, path, source] of offences) {
    it(`sees a breach of: ${says} (${path}: ${source || 'its name'})`, () => {
      expect(breachesOf(says, { [path]: source })).to.have.length(1);
    });
  }

  it('sees a ring of imports', () => {
    const ring = {
      'src/a.ts': "import { b } from './b.js';",
      'src/b.ts': "import type { c } from './room/c.js';",
      'src/room/c.ts': "export { a } from '../a.js';",
      'src/d.ts': "import './a.js';",
    };
    expect(breachesOf('no rings of imports', ring)).to.deep.equal([
      'src/a.ts → src/b.ts → src/room/c.ts → src/a.ts',
    ]);
  });

  it('has a made-up offender above', () => {
    const shown = new Set([...offences.map(([says]) => says), 'no rings of imports']);
    expect(rules.map(({ says }) => says).filter((says) => !shown.has(says))).to.deep.equal([]);
  });

  it('sees Entra’s tokens asked for while it runs', () => {
    const source = "const { ClientSecretCredential } = await import('@azure/identity');";
    expect(
      breachesOf('Microsoft Graph and Entra’s tokens only in src/graph', { 'src/core.ts': source }),
    ).to.have.length(1);
  });

  const innocent = `
    import { readFile as read } from 'node:fs/promises';
    import * as all from './all.js';
    // console.log(new Date(), process.env.X as string)
    /* throw new Error('x') */
    const text = 'throw new Error() as Masked';
    const tricky = /["'\`]/.test(\`\${text.replace(/'/g, "")} console.log( \${[{ a: 1 }].length} Date.now\`);
    const day = new Date(0);
    const list = ['a'] as const;
    export { text as words };
  `;
  for (const { says, breaches } of codeRules) {
    it(`lets pass what only looks like it: ${says}`, () => {
      expect(breaches([moduleOf('src/answer.ts', innocent)])).to.deep.equal([]);
    });
  }
});

describe('blanked', () => {
  const cases: readonly [string, string][] = [
    ["a('b') // c", "a(' ')     "],
    [`\`x\${y + \`z\`}w\``, `\` \${y + \` \`} \``],
    ['a / b / c', 'a / b / c'],
    ['f(/a"b/g, "c")', 'f(/   /g, " ")'],
    ["'it\\'s' + x", "'     ' + x"],
    ['/* 😀\n */ y', '     \n    y'],
  ];
  for (const [source, code] of cases) {
    it(`keeps the code of ${JSON.stringify(source)}`, () => {
      expect(blanked(source)).to.equal(code);
      expect(blanked(source)).to.have.length(source.length);
    });
  }
});

describe('moduleOf', () => {
  const cases: readonly [source: string, target: string, typesOnly: boolean][] = [
    ["import a from 'stripe/lib/x';", 'stripe', false],
    ["import { type A, type B } from '@azure/identity/x';", '@azure/identity', true],
    ["import { type A, b } from './x.js';", 'src/room/x.ts', false],
    ["import type { A } from '../x.js';", 'src/x.ts', true],
    ["export type { A } from '../x.js';", 'src/x.ts', true],
    ["export * from '../x.js';", 'src/x.ts', false],
    ["import data from './x.json' with { type: 'json' };", 'src/room/x.json', false],
    ["const x = require('pino');", 'pino', false],
    ["import {\n  a,\n  b,\n} from 'ws';", 'ws', false],
  ];
  for (const [source, target, typesOnly] of cases) {
    it(`reads ${JSON.stringify(source)}`, () => {
      expect(moduleOf('src/room/file.ts', source).imports).to.deep.equal([{ target, typesOnly }]);
    });
  }
});
