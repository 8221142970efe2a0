import { createHash } from 'node:crypto';
import type { Settings } from '../../src/settings.js';
import { openChannel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import type { Talk } from './talk.js';
import { openTeams, tenant } from './teamsHouse.js';

/** One entry of `people`, whoever it is for. */
export interface Entry {
  roles: readonly string[];
  accounts: readonly string[];
}

/** Who is who: their id in the portal, and the entries they have in the settings. */
export type People = Readonly<Record<string, readonly Entry[]>>;

/** A person's talk by one way. */
export interface Spoken {
  /** Where they write and press. */
  asks: Talk;
  /** Where what concerns an account is answered. */
  answers: Talk;
}

/** A channel and the kind of conversation in it, as the people of these tests come in. */
export interface Way {
  name: string;
  group: boolean;
  house: House;
  open(person: string): Promise<Spoken>;
}

/** Every way into one set of settings. `reload` gives both houses other roles and people. */
export interface Ways {
  all: readonly Way[];
  reload(change: Change): Promise<void>;
  close(): Promise<void>;
}

export interface Change {
  roles: Settings['roles'];
  people: People;
}

/** The Entra object id that a person has in Teams. */
export function objectIdOf(person: string): string {
  const hex = createHash('sha256').update(person).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What every activity of a person in Teams says of them. */
export function inTeams(person: string, id = `29-${person}`) {
  return {
    channelId: 'msteams',
    channelData: { tenant: { id: tenant } },
    from: { id, aadObjectId: objectIdOf(person), name: person },
  };
}

function entriesOf(people: People): Settings['people'] {
  return Object.entries(people).flatMap(([user, entries]) =>
    entries.flatMap(({ roles, accounts }) => {
      const grant = { roles: [...roles], accounts: [...accounts] };
      return [
        { portal: 'demo', user, ...grant },
        { tenant, user: objectIdOf(user), ...grant },
      ];
    }),
  );
}

/** Opens both houses: one without an app id for Direct Line and loopback, one with real tokens for Teams. */
export async function openWays({ roles, people }: Change, more: Partial<Settings> = {}): Promise<Ways> {
  const given = new Map<House, Settings>();
  let last: Settings | undefined;
  const settings = (demo: Settings): Settings => {
    last = {
      ...demo,
      ...more,
      recognition: 'model-first',
      tenants: [tenant],
      roles,
      people: entriesOf(people),
      portals: demo.portals.map((portal) => ({ ...portal, people: Object.keys(people) })),
    };
    return last;
  };
  const keep = (house: House) => {
    if (last) given.set(house, last);
    return house;
  };
  const house = keep(await openHouse({ settings }));
  const channel = await openChannel();
  const teams = await openTeams({ settings });
  keep(teams.house);
  const personal = (person: string, id: string) =>
    teams.channel.talk(teams.house, person, {
      ...inTeams(person, id),
      conversation: { id: `personal-${id}`, conversationType: 'personal', ...{ tenantId: tenant } },
    });
  return {
    all: [
      {
        name: 'Direct Line',
        group: false,
        house,
        open: async (person) => {
          const talk = await talkOverDirectLine(house, person);
          return { asks: talk, answers: talk };
        },
      },
      {
        name: 'the Emulator on this machine',
        group: false,
        house,
        open: async (person) => {
          const talk = channel.talk(house, person);
          return { asks: talk, answers: talk };
        },
      },
      {
        name: 'Teams, in a personal chat',
        group: false,
        house: teams.house,
        open: async (person) => {
          const talk = personal(person, `29-${person}`);
          return { asks: talk, answers: talk };
        },
      },
      {
        name: 'Teams, in a group chat',
        group: true,
        house: teams.house,
        open: async (person) => ({
          asks: teams.channel.talk(teams.house, person, {
            ...inTeams(person, `29-group-${person}`),
            conversation: { conversationType: 'groupChat', isGroup: true, ...{ tenantId: tenant } },
          }),
          answers: personal(person, `29-group-${person}`),
        }),
      },
    ],
    reload: async (change) => {
      for (const [each, before] of given)
        await each.app.reload({ ...before, roles: change.roles, people: entriesOf(change.people) });
    },
    close: async () => {
      await house.close();
      await channel.close();
      await teams.close();
    },
  };
}
