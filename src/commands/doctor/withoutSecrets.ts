import { findKeys } from '../../recognition/redaction/keys.js';
import { joined, lowerOf } from '../../recognition/redaction/span.js';

const secretNames = /key|secret|password|token|database_url|certificate/i;
/** Stripe's keys, however short. */
const stripeKeys = /[rsp]k_(?:test|live)_\w*/g;
/** A shorter value would be found in every other word. */
const shortestValue = 4;

/** Takes out of a text whatever a variable that is named like a secret holds, and whatever looks like a key: somebody may
 * have put one where a name belongs. No sentence of the doctor holds one by itself.
 * @param alsoSecret further variables that hold one */
export function withoutSecrets(
  variables: Readonly<Record<string, string | undefined>>,
  alsoSecret: readonly string[] = [],
): (text: string) => string {
  const values = Object.entries(variables)
    .filter(([name]) => secretNames.test(name) || alsoSecret.includes(name))
    .flatMap(([, value = '']) => [value.trim(), ...value.split(',').map((part) => part.trim())])
    .filter((value) => value.length >= shortestValue && !/^(?:true|false)$/.test(value))
    .sort((one, other) => other.length - one.length);
  return (text) => {
    const clean = values
      .reduce((left, value) => left.replaceAll(value, '[left out]'), text)
      .replace(stripeKeys, '[left out]');
    return joined(findKeys(clean, lowerOf(clean))).reduceRight(
      (left, { start, end }) => `${left.slice(0, start)}[left out]${left.slice(end)}`,
      clean,
    );
  };
}
