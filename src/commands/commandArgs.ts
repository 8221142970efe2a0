import { CommandError } from './commandError.js';

/**
 * What `parse` (node's `parseArgs`) reads of a command's arguments.
 * @throws CommandError with the reason and the command's usage
 */
export function readArgs<T>(usage: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new CommandError(`The options cannot be read: ${why}. ${usage}`, { cause });
  }
}
