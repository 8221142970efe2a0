/*
 * A chat in an element: loads Web Chat from beside this file and joins it to our Direct Line. Used by the
 * demo's page and, through embed.js, by portals.
 */
import { hostConfig, styleOptions } from './look.js';

const beside = (name) => new URL(name, import.meta.url).href;

const once = (element) =>
  new Promise((resolve, reject) => {
    element.addEventListener('load', resolve, { once: true });
    element.addEventListener(
      'error',
      () => reject(new Error(`${element.src ?? element.href} did not load`)),
      {
        once: true,
      },
    );
    document.head.append(element);
  });

const addStyles = () => {
  const href = beside('chat.css');
  const there = [...document.styleSheets].some((sheet) => sheet.href === href);
  return there ? undefined : once(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
};

const addWebChat = (nonce) => {
  const script = Object.assign(document.createElement('script'), { src: beside('webchat.js'), async: true });
  if (nonce) script.nonce = nonce;
  return once(script);
};

let loading;

/** Loads Web Chat once a page; rejects when it is not there, and may be tried again. */
export const loadWebChat = async (nonce) => {
  loading ??= Promise.all([addStyles(), window.WebChat ? undefined : addWebChat(nonce)]);
  try {
    await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
  return window.WebChat;
};

/** Web Chat has no deletion on the wire; ours comes as an activity of its own and goes no further. */
const takeBack =
  ({ dispatch }) =>
  (next) =>
  (action) => {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload.activity : null;
    if (activity?.type !== 'messageDelete') return next(action);
    return dispatch({
      type: 'DIRECT_LINE/DELETE_ACTIVITY',
      payload: { activityID: activity.value.activityId },
    });
  };

/** Direct Line's states after which nothing comes any more: token refused, could not connect, ended. */
const over = [3, 4, 5];

/** Nobody can take these cards back once the conversation is over: what would go goes now. */
const takeAllBack = ({ dispatch, getState }) => {
  for (const { id, attachments = [] } of getState().activities)
    if (JSON.stringify(attachments).includes('"card.takeBack"'))
      dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: id } });
};

/**
 * Shows a conversation in an element, which must be empty.
 *
 * `token` is one of Direct Line's; `nonce` is the page's for styles, if its policy asks for one; `ended` is
 * called once if the conversation cannot go on. The answer sends text as if typed, and leaves.
 */
export const startChat = async ({ element, token, nonce, locale = navigator.language, ended = () => {} }) => {
  const WebChat = await loadWebChat(nonce);
  const store = WebChat.createStore({}, takeBack);
  const directLine = WebChat.createDirectLine({ domain: beside('v3/directline'), token });
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    takeAllBack(store);
    ended();
  };
  const state = directLine.connectionStatus$.subscribe((status) => {
    if (over.includes(status)) end();
  });
  // That the bot no longer has the conversation, after a restart, is told by no state.
  directLine.activity$ = directLine.activity$.do({ error: end });
  element.classList.add('till-chat');
  WebChat.renderWebChat(
    { directLine, store, styleOptions, adaptiveCardsHostConfig: hostConfig, locale, nonce },
    element,
  );
  return {
    send: (text) => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text } }),
    leave() {
      state.unsubscribe();
      directLine.end();
    },
  };
};
