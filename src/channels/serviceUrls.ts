/** Whether the bot may send to a serviceUrl: asked when an activity names one, and again whenever something is sent. */
export type MayReach = (serviceUrl: string) => boolean;

/**
 * Where Microsoft's Connector answers, and whatever lies below: the list of its Agents SDK without the hosts that
 * attachments are fetched from, for we fetch none.
 */
const connectors = [
  'botframework.com',
  'smba.trafficmanager.net',
  'teams.microsoft.com',
  'teams.microsoft.us',
];

/** The one form a serviceUrl of Microsoft's has. What two readers of a URL could read differently does not fit. */
const plainForm = /^https:\/\/((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]+)(?::443)?(?:\/[\w.~/-]*)?$/i;

/** Whether a serviceUrl leads to Microsoft's Connector: https, its own port, a host of Microsoft's list. */
export function isMicrosofts(serviceUrl: string): boolean {
  const host = plainForm.exec(serviceUrl)?.[1]?.toLowerCase();
  if (host === undefined || /(^|\.)xn--/.test(host)) return false;
  return connectors.some((known) => host === known || host.endsWith(`.${known}`));
}
