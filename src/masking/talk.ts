import { listed } from '../sentences.js';
import { inert, inertMarkdown, sentence } from './escape.js';
import { modeWord, placeLine, useButton } from './listing.js';
import type { Place, Reading } from './reading.js';
import type {
  AccountsView,
  Button,
  ExplainView,
  HelpView,
  NoticeView,
  PermissionsView,
  WelcomeView,
} from './views.js';

/** A sentence to say, with what may follow it. */
export interface Notice {
  text: string;
  lines?: readonly string[];
  buttons?: readonly Button[];
}

/** A word of the glossary. */
export interface Meaning {
  term: string;
  meaning: string;
  related: readonly string[];
  buttons: readonly Button[];
}

/** What the caller may do, in the abilities' own titles ("see charges"). */
export interface Permissions {
  may: readonly string[];
  mayNot: readonly string[];
  roles: readonly string[];
  accounts: readonly Place[];
  limits: readonly string[];
}

/** Phrases to ask with, by what they are about. */
export interface Help {
  groups: readonly { title: string; examples: readonly string[] }[];
  /** Names that whoever asks may bind this conversation to. */
  bind?: readonly string[];
}

// Teams shows six buttons at most and drops the rest silently.
const mostButtons = 6;

/** A button that asks an example phrase. */
export function askButton(text: string): Button {
  return { title: inert(text, 120), data: { tillkeeper: { act: 'ask', text } } };
}

/** The notice card before it is minted. */
export function noticeView({ text, lines = [], buttons = [] }: Notice, reading?: Reading): NoticeView {
  const said = sentence(text);
  return {
    card: 'notice',
    summary: said,
    text: said,
    lines: lines.map(sentence).filter(Boolean),
    buttons: tamed(buttons),
    footer: reading ? [placeLine(reading.place)].filter(Boolean) : [],
  };
}

/** The explain card before it is minted. */
export function explainView({ term, meaning, related, buttons }: Meaning): ExplainView {
  const word = inert(term);
  const named = word.charAt(0).toUpperCase() + word.slice(1);
  return {
    card: 'explain',
    summary: `${named}: ${sentence(meaning)}`,
    headline: inertMarkdown(named),
    meaning: sentence(meaning),
    related: related.length > 0 ? [`See also: ${related.map((one) => inert(one)).join(', ')}`] : [],
    buttons: tamed(buttons),
    footer: [],
  };
}

/** The permissions card before it is minted. */
export function permissionsView(can: Permissions, reading: Reading): PermissionsView {
  const may = can.may.map(sentence);
  const accounts = can.accounts.map((place) => `${inert(place.label)} (${modeWord(place.mode)})`).join(', ');
  const none = 'You have no role here yet. Whoever runs this bot can give you one.';
  return {
    card: 'permissions',
    summary: may.length > 0 ? `You may ${listed(may)}.` : none,
    headline: 'What you may do',
    roles:
      can.roles.length > 0
        ? `Your ${plural('role', can.roles)}: ${can.roles.map((one) => inert(one)).join(', ')}`
        : none,
    may: may.map((one) => one.charAt(0).toUpperCase() + one.slice(1)),
    mayNot: can.mayNot.length > 0 ? [`You may not ${listed(can.mayNot.map(sentence), 'or')}.`] : [],
    lines: [
      accounts && `${plural('Account', can.accounts)}: ${accounts}`,
      ...can.limits.map(sentence),
    ].filter(Boolean),
    footer: [placeLine(reading.place)].filter(Boolean),
  };
}

/** For who may bind conversations: what is sent by itself to a name of the settings then comes here. */
function bindGroup(names: readonly string[]): { title: string; buttons: Button[] }[] {
  if (names.length === 0) return [];
  const buttons = names.slice(0, mostButtons).map(
    (name): Button => ({
      title: `Make this “${inert(name, 40)}”`,
      data: { tillkeeper: { act: 'conversation.bind', name } },
    }),
  );
  return [{ title: 'Choose what this conversation is for', buttons }];
}

/** The help card before it is minted. */
export function helpView({ groups, bind = [] }: Help, reading?: Reading): HelpView {
  return {
    card: 'help',
    summary: `You can ${listed(groups.map(({ title }) => decapitalised(inert(title))))}.`,
    headline: 'What you can ask',
    groups: [
      ...groups.map(({ title, examples }) => ({
        title: inert(title),
        buttons: examples.slice(0, mostButtons).map(askButton),
      })),
      ...bindGroup(bind),
    ],
    footer: reading ? [placeLine(reading.place)].filter(Boolean) : [],
  };
}

/** The welcome card before it is minted. `name` is whatever the channel says. */
export function welcomeView({ name, examples }: { name?: string; examples: readonly string[] }): WelcomeView {
  const who = inert(name, 40);
  return {
    card: 'welcome',
    summary: 'I look things up in your Stripe account and make coupons once you press Create coupon.',
    headline: who ? `Hello, ${inertMarkdown(name, 40)}` : 'Hello',
    buttons: examples.slice(0, mostButtons).map(askButton),
    footer: [],
  };
}

/** The card to choose an account from, before it is minted. `current` is an account id. */
export function accountsView(
  { places, current, lead }: { places: readonly Place[]; current: string; lead: string },
  reading: Reading,
): AccountsView {
  return {
    card: 'accounts',
    summary: sentence(lead),
    headline: 'Accounts',
    lead: sentence(lead),
    buttons: places.filter(({ id }) => id !== current).map(useButton),
    footer: nowLine(places.find(({ id }) => id === current) ?? reading.place),
  };
}

/** Nothing where the account that was theirs was taken away. */
function nowLine(place: Place): string[] {
  return place.id === '' ? [] : [`Now: ${placeLine(place)}`];
}

function tamed(buttons: readonly Button[]): Button[] {
  return buttons.slice(0, mostButtons).map(({ title, data }) => ({ title: inert(title), data }));
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function plural(word: string, of: readonly unknown[]): string {
  return of.length === 1 ? word : `${word}s`;
}
