/** An account as a sentence may name it. */
interface Named {
  id: string;
  label: string;
}

/** Whether a sentence names an account other than the current one. A label of several words is a name by itself; an id,
 * or a label of one word, only beside "account", "store" or "shop": else many a harmless sentence would hold one. */
export function namesAnother(text: string, current: string | null, accounts: readonly Named[]): boolean {
  return accounts.some((account) => account.id !== current && isNamed(text, account));
}

const kind = '(?:account|store|shop)';

function isNamed(text: string, { id, label }: Named): boolean {
  const words = label.trim().split(/\s+/).map(literal);
  if (words.length > 1 && wholeWords(words.join('\\s+')).test(text)) return true;
  const short = [literal(id), ...(words.length === 1 ? words : [])].join('|');
  return wholeWords(`(?:${short})(?:['’]s)?\\s+${kind}|${kind}\\s+["“]?(?:${short})`).test(text);
}

function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');
}

/** What stands in the settings, as a pattern that means just that. */
function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
