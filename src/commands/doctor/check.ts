import { told } from '../../log.js';

/** One line of the doctor: what was looked at, how it is, and what to do where something is to be done. */
export interface Check {
  check: string;
  status: 'ok' | 'warn' | 'fail';
  what: string;
  todo: string | null;
}

/** One or several checks of one thing, made side by side with all others. */
export interface Examination {
  check: string;
  examine: () => Promise<readonly Check[]>;
}

/** Nothing is to be done. */
export function ok(check: string, what: string): Check {
  return { check, status: 'ok', what, todo: null };
}

/** It works, but somebody should know. */
export function warn(check: string, what: string, todo: string): Check {
  return { check, status: 'warn', what, todo };
}

/** It does not work. */
export function fail(check: string, what: string, todo: string): Check {
  return { check, status: 'fail', what, todo };
}

/** A failure out of one of our own sentences, "what is wrong: why. What to do." */
export function failOf(check: string, sentence: string): Check {
  const [what = sentence, ...todo] = sentence.split(/(?<=\.) /);
  return fail(check, what, todo.join(' '));
}

/** Makes an examination, and says so when it takes longer than `within` ms or throws. Never rejects. */
export async function examined({ check, examine }: Examination, within: number): Promise<readonly Check[]> {
  let stop = () => {};
  const over = new Promise<readonly Check[]>((resolve) => {
    const slow = fail(
      check,
      `There was no answer within ${within / 1000} s.`,
      'Check the network and the address, then try again.',
    );
    const timer = setTimeout(() => resolve([slow]), within);
    stop = () => clearTimeout(timer);
  });
  const made = examine().catch((error: unknown) => {
    const { error: name, code } = told(error);
    return [
      fail(
        check,
        `It could not be checked: ${code ?? name}.`,
        'Try again; if it stays, report it with this line.',
      ),
    ];
  });
  try {
    return await Promise.race([made, over]);
  } finally {
    stop();
  }
}
