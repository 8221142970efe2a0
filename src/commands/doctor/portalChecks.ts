import type { PortalSettings } from '../../settings.js';
import { type Check, type Examination, fail, ok, warn } from './check.js';
import { canBeGuessed, shortest } from './guessable.js';

/** Whether a portal's secret can be guessed, and whether its pages come over https. */
export function portalExamination({ id, secret, origins }: PortalSettings): Examination {
  const check = `portal ${id}`;
  return { check, examine: async () => checksOf(check, { secret, origins }) };
}

function checksOf(check: string, { secret, origins }: Pick<PortalSettings, 'secret' | 'origins'>): Check[] {
  const open = origins.filter((origin) => !isSafe(origin));
  const found = [
    ...(secret !== null && canBeGuessed(secret)
      ? [
          fail(
            check,
            'Its secret can be guessed.',
            `Put ${shortest} random characters or more there, at the portal too.`,
          ),
        ]
      : []),
    ...(open.length > 0
      ? [
          fail(
            check,
            `Pages of ${open.join(', ')} are not sent over https, so tokens can be read on the way.`,
            'Name https origins.',
          ),
        ]
      : []),
    ...(secret !== null && origins.length === 0
      ? [
          warn(
            check,
            'It names no origins, so a page only gets a token that says where it is shown.',
            'List its pages under origins.',
          ),
        ]
      : []),
  ];
  if (found.length > 0) return found;
  return [
    ok(
      check,
      secret === null ? 'The demo page needs no secret.' : 'Its secret is long enough, its pages are https.',
    ),
  ];
}

function isSafe(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
