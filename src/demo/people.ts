import type { Permission } from '../access/permission.js';

/** What each demo role may do: the roles of `settings.example.json`, and one for who keeps the bot. */
export const demoRoles = {
  analyst: ['charges.read', 'customers.read', 'coupons.read', 'balance.read'],
  support: ['charges.read', 'customers.read', 'coupons.read'],
  marketing: ['coupons.read', 'coupons.create'],
  approver: ['coupons.read', 'coupons.approve'],
  compliance: ['audit.read'],
  keeper: ['audit.resolve', 'settings.bind'],
} as const satisfies Record<string, readonly Permission[]>;

export type DemoRole = keyof typeof demoRoles;

/** Someone to be in the demo. `id` is the Direct Line user id, `who` one line for the page. */
export interface DemoPerson {
  id: string;
  name: string;
  who: string;
  roles: readonly DemoRole[];
  /** Ids of accounts; the first is where a conversation starts. */
  accounts: readonly ('main' | 'eu')[];
}

/** The demo people, in the order in which the page offers them. */
export const demoPeople: readonly DemoPerson[] = [
  {
    id: 'admin',
    name: 'Robin, admin',
    who: 'Holds every role, in both stores.',
    roles: ['analyst', 'support', 'marketing', 'approver', 'compliance', 'keeper'],
    accounts: ['main', 'eu'],
  },
  {
    id: 'analyst',
    name: 'Nadia, analyst',
    who: 'Reads charges, customers, coupons and the balance, in both stores.',
    roles: ['analyst'],
    accounts: ['main', 'eu'],
  },
  {
    id: 'support',
    name: 'Sam, support',
    who: "Looks up a customer's payments; no balance, no new coupons.",
    roles: ['support'],
    accounts: ['main'],
  },
  {
    id: 'marketing',
    name: 'Mira, marketing',
    who: 'Sees and creates coupons; no charges, no customers.',
    roles: ['marketing'],
    accounts: ['main'],
  },
  {
    id: 'approver',
    name: 'Arun, approver',
    who: 'Sees coupons and approves the large ones.',
    roles: ['approver'],
    accounts: ['main'],
  },
  {
    id: 'compliance',
    name: 'Clara, compliance',
    who: 'Reads the trail of who asked what; no Stripe data.',
    roles: ['compliance'],
    accounts: ['main'],
  },
  {
    id: 'guest',
    name: 'Gus, guest',
    who: 'Holds no role: may ask for help, and no more.',
    roles: [],
    accounts: [],
  },
];
