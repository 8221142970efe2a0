import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import type { Answering } from './connectorTalk.js';
import type { ReplicaOptions } from './replicaProcess.js';

/** The whole bot in a process of its own. */
export interface Replica extends Answering {
  /** Moves its clock on, in ms, and does what is due then. */
  later(milliseconds: number): Promise<void>;
  /** Ends it as the power does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const listening = z.object({ port: z.number() });

/** Starts one more process over the same stand-ins and the same database. */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const child = fork(new URL('./replicaProcess.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const gone = once(child, 'exit');
  const answer = async (message: object | string): Promise<unknown> => {
    const answered = once(child, 'message');
    child.send(message);
    const ended = gone.then(() => Promise.reject(new Error('the replica has ended')));
    return (await Promise.race([answered, ended]))[0];
  };
  await once(child, 'message');
  const { port } = listening.parse(await answer(options));
  let asking: Promise<unknown> = Promise.resolve();
  const ask = async (message: object | string) => {
    asking = asking.then(() => answer(message));
    await asking;
  };
  const idle = async () => await ask('idle');
  return {
    url: `http://127.0.0.1:${port}`,
    app: { idle },
    later: async (milliseconds) => await ask({ later: milliseconds }),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    close: async () => {
      child.send('close');
      await gone;
    },
  };
}
