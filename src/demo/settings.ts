import type { Settings } from '../settings.js';
import { readSettings } from '../settings.js';
import { demoPeople, demoRoles } from './people.js';
import { demoStripeKeys } from './stripe/data.js';

/** The first is the scenario that must always work. */
export const demoExamples: readonly string[] = [
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days',
  'what is our balance?',
  'list coupons',
  'failed payments this week',
  'what may I do?',
];

type Variables = Readonly<Record<string, string | undefined>>;

/** Settings of the demo: the same as any, with the stand-ins' addresses, the demo people and their page. */
export function demoSettings(variables: Variables, at: { stripe: string; openRouter: string }): Settings {
  const keys = {
    DEMO_MAIN: demoStripeKeys.main.reads,
    DEMO_MAIN_COUPONS: demoStripeKeys.main.coupons,
    DEMO_EU: demoStripeKeys.eu.reads,
    DEMO_EU_COUPONS: demoStripeKeys.eu.coupons,
    STRIPE_API_BASE: at.stripe,
  };
  const model = variables.OPENROUTER_API_KEY?.trim()
    ? {}
    : { OPENROUTER_API_KEY: 'demo', OPENROUTER_BASE_URL: at.openRouter };
  const settings = readSettings({ ...variables, ...keys, ...model }, file());
  return {
    ...settings,
    portals: [{ id: 'demo', secret: null, origins: [], people: demoPeople.map(({ id }) => id) }],
    loopback: { portal: 'demo', otherwise: 'admin' },
    page: {
      title: 'Tillkeeper',
      people: demoPeople.map(({ id, name, who }) => ({ id, name, what: who })),
      examples: demoExamples,
    },
  };
}

function file(): unknown {
  const account = (id: string, label: string, key: string) => ({
    id,
    label,
    mode: 'test',
    key: `env:${key}`,
    couponKey: `env:${key}_COUPONS`,
  });
  return {
    accounts: [account('main', 'Main store', 'DEMO_MAIN'), account('eu', 'EU store', 'DEMO_EU')],
    roles: demoRoles,
    people: demoPeople
      .filter(({ roles }) => roles.length > 0)
      .map(({ id, roles, accounts }) => ({ portal: 'demo', user: id, roles, accounts })),
  };
}
