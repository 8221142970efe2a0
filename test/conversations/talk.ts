import { expect } from 'chai';
import { z } from 'zod';

/** One activity of the bot's as it came over the wire. */
export const wireActivity = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  text: z.string().optional(),
  summary: z.string().optional(),
  from: z.looseObject({ id: z.string() }).optional(),
  attachments: z
    .array(z.looseObject({ name: z.string().optional(), content: z.unknown().optional() }))
    .optional(),
  value: z.unknown().optional(),
});

export type WireActivity = z.infer<typeof wireActivity>;

/** A card on the screen. `text` is every word of it, in order; `json` the whole of it. */
export interface Card {
  /** Without "tillkeeper." */
  name: string;
  activity: string;
  summary: string;
  text: string;
  json: string;
  buttons: Button[];
}

export interface Button {
  title: string;
  data: unknown;
}

/** A conversation of one person, over either door. Every verb gives the cards that came or changed by it. */
export interface Talk {
  say(text: string): Promise<Card[]>;
  /** Presses a card's button by its title, with what is typed in its inputs. */
  press(card: Card | undefined, title: string, inputs?: Readonly<Record<string, unknown>>): Promise<Card[]>;
  /** Sends any activity. */
  send(activity: object): Promise<Card[]>;
  /** What came or changed without being asked for. */
  changes(): Promise<Card[]>;
  /** The cards that stand on the screen now, updates in place, deletions gone. */
  screen(): Card[];
  /** Everything that came over the wire so far. */
  wire(): string;
  conversation: string;
}

/** What a door must do for a talk. `sent` resolves when the turn has ended. */
export interface Line {
  conversation: string;
  send(activity: object): Promise<void>;
  /** What came since the last call: an activity put there (anew), or one taken away. */
  received(): Promise<Change[]>;
}

export type Change = { kind: 'put'; id: string; activity: WireActivity } | { kind: 'gone'; id: string };

/** Makes a talk over a door. */
export function createTalk(line: Line): Talk {
  const screen = new Map<string, Card[]>();
  const seen: string[] = [];
  const changes = async (): Promise<Card[]> => {
    const changed: Card[] = [];
    for (const change of await line.received()) {
      seen.push(JSON.stringify(change));
      if (change.kind === 'gone') screen.delete(change.id);
      else {
        screen.set(change.id, cardsOf(change));
        changed.push(...cardsOf(change));
      }
    }
    return changed;
  };
  const send: Talk['send'] = async (activity) => {
    await line.send(activity);
    return await changes();
  };
  return {
    conversation: line.conversation,
    send,
    changes,
    say: async (text) => await send({ text }),
    press: async (card, title, inputs = {}) => {
      const button = card?.buttons.find((one) => one.title === title);
      if (!card || !button) throw new Error(`no button "${title}" on ${card?.name ?? 'no card'}`);
      const data = z.looseObject({}).parse(button.data);
      return await send({ value: { ...inputs, ...data }, replyToId: card.activity });
    },
    screen: () => [...screen.values()].flat(),
    wire: () => seen.join('\n'),
  };
}

function cardsOf({ id, activity }: Extract<Change, { kind: 'put' }>): Card[] {
  return (activity.attachments ?? []).map(({ name = '', content }) => ({
    name: name.replace(/^tillkeeper\./, ''),
    activity: id,
    summary: activity.summary ?? '',
    text: wordsOf(content).join(' '),
    json: JSON.stringify(content),
    buttons: buttonsOf(content),
  }));
}

const worded = new Set(['text', 'title', 'value', 'label', 'errorMessage', 'placeholder']);

function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => (typeof each === 'string' ? [each] : wordsOf(each)));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'data') return [];
    return typeof value === 'string' && worded.has(key) ? [value] : wordsOf(value);
  });
}

const button = z.looseObject({
  type: z.literal('Action.Submit'),
  title: z.string(),
  data: z.unknown().optional(),
});

function buttonsOf(node: unknown): Button[] {
  if (Array.isArray(node)) return node.flatMap(buttonsOf);
  const read = button.safeParse(node);
  if (read.success) return [{ title: read.data.title, data: read.data.data }];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(buttonsOf) : [];
}

/** The only card with this name among some. */
export function only(name: string, cards: readonly Card[]): Card {
  expect(cards.map((card) => card.name)).to.include(name);
  const [found] = cards.filter((card) => card.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** The names of cards, in order. */
export function names(cards: readonly Card[]): string[] {
  return cards.map(({ name }) => name);
}
