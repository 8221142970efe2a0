import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { askedFor } from '../../../scripts/n8n/options.js';
import { settingsIn, workflow } from '../../n8n/shippedFiles.js';
import { faultsOf } from '../../n8n/structureRules.js';

const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-n8n-options-'));
const file = join(folder, 'settings.json');

/** The workflow that a command makes, as its file is read. */
function made(...args: string[]) {
  const asked = askedFor(['workflow', ...args]);
  if (asked.kind !== 'workflow') throw new Error(JSON.stringify(asked));
  return workflow.parse(JSON.parse(JSON.stringify(asked.workflow)));
}

describe('npm run n8n', () => {
  before(() => {
    const accounts = [
      { id: 'main', label: 'Main', mode: 'test', via: 'n8n' },
      { id: 'eu', label: 'EU', mode: 'live', via: 'n8n', stripeAccount: 'acct_1' },
    ];
    const roles = { analyst: ['charges.read'], seller: { may: ['coupons.create'], detail: 'minimal' } };
    writeFileSync(file, JSON.stringify({ accounts, roles, people: [] }));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('makes a gateway for an account of the settings, with its mode, its roles and its Stripe account', () => {
    const eu = made('--account', 'eu', '--settings', file);
    expect(settingsIn(eu)).to.deep.equal({
      account: 'eu',
      mode: 'live',
      stripeBaseUrl: 'https://api.stripe.com',
      stripeAccount: 'acct_1',
      roles: { analyst: ['charges.read'], seller: ['coupons.create'] },
    });
    expect(faultsOf(eu)).to.deep.equal([]);
  });

  it('makes one without a settings file, apart from that of any other account', () => {
    const [eu, us] = [
      made('--account', 'eu', '--roles', '{"analyst": ["balance.read"]}'),
      made('--account', 'us'),
    ];
    expect(settingsIn(eu)).to.deep.include({ mode: 'test', roles: { analyst: ['balance.read'] } });
    const idsOf = ({ id, nodes }: typeof eu) => [id, ...nodes.map((node) => node.webhookId ?? [])].flat();
    expect(idsOf(eu).filter((id) => idsOf(us).includes(id))).to.deep.equal([]);
  });

  it('makes the others', () => {
    expect(settingsIn(made('--openrouter', '--models', 'a/b,c/d')).models).to.deep.equal(['a/b', 'c/d']);
    const asking = ['--bot', 'https://bot.example/', '--account', 'eu', '--trigger', 'mondays'];
    const expected = { botUrl: 'https://bot.example', account: 'eu', trigger: 'mondays' };
    expect(settingsIn(made('--daily-summary', ...asking))).to.include(expected);
    expect(settingsIn(made('--on-demand', ...asking))).to.include(expected);
  });

  const wrong: readonly (readonly string[])[] = [
    [],
    ['workflow'],
    ['workflow', '--account', '../x'],
    ['workflow', '--account', 'eu', '--mode', 'both'],
    ['workflow', '--account', 'eu', '--roles', '{"analyst": ["everything"]}'],
    ['workflow', '--account', 'eu', '--roles', '{'],
    ['workflow', '--account', 'nobody', '--settings', file],
    ['workflow', '--account', 'eu', '--settings', join(folder, 'none.json')],
    ['workflow', '--key', 'rk'],
    ['nothing'],
  ];
  for (const args of wrong) {
    it(`makes nothing of ${JSON.stringify(args.map((each) => each.replace(folder, '')))}`, () => {
      expect(askedFor(args)).to.include({ kind: 'wrong' }).and.to.have.property('why').that.is.not.empty;
    });
  }
});
