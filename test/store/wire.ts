import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A wire to a server that a test may cut, mend, or let nothing through. */
export interface Wire {
  /** The same address as the server's, by way of the wire. */
  url: string;
  /** Ends every connection and takes no other. */
  cut: () => Promise<void>;
  /** Connections stay and are taken, and nothing gets through. */
  stop: () => void;
  mend: () => Promise<void>;
  close: () => Promise<void>;
}

/** Lays a wire to a server. */
export async function layWire(server: string): Promise<Wire> {
  const to = new URL(server);
  const ends = new Set<Socket>();
  let through = true;
  const door = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on('data', (data) => void (through && other.write(data)));
      one.on('error', () => other.destroy());
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
    }
  });
  const open = async (port: number) => await once(door.listen(port, '127.0.0.1'), 'listening');
  const cut = async () => {
    for (const end of ends) end.destroy();
    if (door.listening) await new Promise((resolve) => door.close(resolve));
  };
  await open(0);
  const at = door.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  const url = new URL(server);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href.replaceAll('+', '%20'),
    cut,
    stop: () => {
      through = false;
    },
    mend: async () => {
      through = true;
      for (const end of ends) end.destroy();
      if (!door.listening) await open(port);
    },
    close: cut,
  };
}
