/** Who speaks, as a channel has proved it. `unknown` may ask for help and nothing else. */
export type Identity =
  | { kind: 'entra'; tenant: string; user: string }
  | { kind: 'portal'; portal: string; user: string }
  /** A program; only its own door proves one. */
  | { kind: 'trigger'; name: string }
  | { kind: 'unknown' };

/** What a person is one of many of: their tenant, or their portal. */
export function tenantOf(identity: Identity): string {
  if (identity.kind === 'entra') return identity.tenant;
  return identity.kind === 'portal' ? identity.portal : '';
}
