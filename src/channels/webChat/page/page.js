/* The demo's page: who one is, what to try, and the conversation. */
import { startChat } from './chat.js';

const { people, examples } = JSON.parse(document.querySelector('#page-data').textContent);

const main = document.querySelector('main');
const status = main.querySelector('[role=status]');
const notice = main.querySelector('.notice');
const menus = [...document.querySelectorAll('.side details')];
const wide = window.matchMedia('(min-width: 60rem)');

/** An element with text and attributes. */
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const asked = new URLSearchParams(location.search).get('as');
let person = people.find(({ id }) => id === asked) ?? people[0];
let talk = null;
let round = 0;

const tokenFor = async ({ id, name }) => {
  const response = await fetch('/v3/directline/tokens/generate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: { id, name } }),
  });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  return (await response.json()).token;
};

const say = (sentence) => {
  notice.querySelector('p').textContent = sentence;
  notice.hidden = false;
};

/** An empty room: Web Chat cannot be taken out of an element it was shown in. */
const freshRoom = () => {
  const room = make('div', { class: 'room' });
  main.querySelector('.room').replaceWith(room);
  return room;
};

/** Whoever chooses twice in a row gets the second conversation, however late the first one comes. */
const begin = async () => {
  const mine = ++round;
  talk?.leave();
  talk = null;
  notice.hidden = true;
  const room = freshRoom();
  try {
    const token = await tokenFor(person);
    if (mine !== round) return;
    const ended = () => say('This conversation has ended.');
    const started = await startChat({ element: room, token, ended });
    if (mine !== round) return started.leave();
    talk = started;
    status.textContent = `New conversation as ${person.name}.`;
  } catch (error) {
    if (mine !== round) return;
    say(
      String(error).includes('webchat.js')
        ? 'Web Chat is not here yet. On the machine the bot runs on: npm run setup. Then start again.'
        : 'The bot is not answering. Nothing was changed. Start again in a minute.',
    );
  }
};

const showPerson = () => {
  document.querySelector('.people .current').textContent = person.name;
  history.replaceState(null, '', `?as=${encodeURIComponent(person.id)}`);
};

const closeMenus = () => {
  if (!wide.matches) for (const menu of menus) menu.open = false;
};

/** Arrow keys choose as they pass: the conversation changes once they rest. */
let resting;
const choose = (chosen) => {
  person = chosen;
  showPerson();
  clearTimeout(resting);
  resting = setTimeout(begin, 350);
};

const personChoice = (one) => {
  const radio = make('input', {
    type: 'radio',
    name: 'person',
    value: one.id,
    'aria-describedby': `what-${one.id}`,
  });
  radio.checked = one === person;
  radio.addEventListener('change', () => choose(one));
  const words = make(
    'span',
    { class: 'words' },
    make('strong', {}, one.name),
    make('span', { id: `what-${one.id}` }, one.what),
  );
  return make('label', { class: 'person' }, radio, words);
};

const exampleButton = (text) => {
  const button = make('button', { type: 'button' }, text);
  button.addEventListener('click', () => {
    talk?.send(text);
    closeMenus();
    main.querySelector('.webchat__send-box-text-box__input')?.focus();
  });
  return make('li', {}, button);
};

document.querySelector('.people fieldset').append(...people.map(personChoice));
document.querySelector('.examples ul').append(...examples.map(exampleButton));
notice.querySelector('button').addEventListener('click', begin);
document.querySelector('.people fieldset').addEventListener('click', (event) => {
  if (event.detail > 0 && event.target.closest('label')) closeMenus();
});

/** On a phone the two lists are menus: one at a time, and away with Escape or a tap elsewhere. */
const arrangeMenus = () => {
  for (const menu of menus) menu.open = wide.matches;
};
for (const menu of menus) {
  menu.addEventListener('toggle', () => {
    if (menu.open && !wide.matches) for (const other of menus) if (other !== menu) other.open = false;
  });
}
document.addEventListener('keydown', (event) => {
  const open = event.key === 'Escape' && !wide.matches && menus.find((menu) => menu.open);
  if (!open) return;
  closeMenus();
  open.querySelector('summary').focus();
});
document.addEventListener('pointerdown', (event) => {
  if (!event.target.closest('.side')) closeMenus();
});
wide.addEventListener('change', arrangeMenus);

arrangeMenus();
showPerson();
begin();
