import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate for 127.0.0.1 and its key, both in PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** Makes a certificate that vouches for itself, good for a day; Node can read them, but not make them. */
export function ownCertificate(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(objectId(0x55, 4, 3), der(0x0c, Buffer.from('loopback')))));
  const day = 24 * 3_600_000;
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time(Date.now() - day), time(Date.now() + day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(addresses, authority)),
  );
  const signed = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, privateKey)));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${signed.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), content]);
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const set = (...parts: Buffer[]): Buffer => der(0x31, ...parts);
const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content);
const objectId = (...bytes: number[]): Buffer => der(0x06, Buffer.from(bytes));
const time = (at: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));

const ecdsaWithSha256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));
/** subjectAltName */
const addresses = sequence(
  objectId(0x55, 0x1d, 0x11),
  der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))),
);
/** basicConstraints: may vouch for others, and so for itself. */
const authority = sequence(objectId(0x55, 0x1d, 0x13), der(0x04, sequence(der(0x01, Buffer.from([255])))));
