/** What was typed cannot be run; the message says what, why and what to do. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** What a command is given: its arguments, the environment, and where its lines and its notes go. */
export interface CommandNeeds {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  print: (line: string) => void;
  /** Said beside the output, on standard error. */
  note: (line: string) => void;
}

/** Runs a command's main: what cannot be run is one sentence on standard error and exit 2. */
export async function asCommand(run: (needs: CommandNeeds) => Promise<void>): Promise<void> {
  const to = (stream: NodeJS.WriteStream) => (line: string) => stream.write(`${line}\n`);
  const { argv, env, stdout, stderr } = process;
  try {
    await run({ args: argv.slice(2), env, print: to(stdout), note: to(stderr) });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    to(stderr)(error.message);
    process.exitCode = 2;
  }
}
