import { SettingsFault } from '../errors.js';

const sentences: Readonly<Record<string, string>> = {
  '28P01': 'DATABASE_URL: the database refuses its user. Check the name and the password in it.',
  '28000': 'DATABASE_URL: the database refuses its user. Check the name and the password in it.',
  '3D000': 'DATABASE_URL names a database that is not there. Create it, or name another one in .env.',
  '3F000': 'DATABASE_URL: its user has no schema to make tables in. Create one for it.',
  '42501': 'DATABASE_URL: its user may not make tables there. Give it a schema it owns.',
  '53300':
    'DATABASE_URL: the database has no connection left. Raise its max_connections, or start fewer of us.',
  '25006': 'DATABASE_URL leads to a database that is read only. Name the one that takes writes.',
  ERR_INVALID_URL:
    'DATABASE_URL is no address that can be read. Write postgres://user:password@host/database, with %40 for an @ in the password and so on.',
};

/** PostgreSQL's codes, but for those of a connection that broke and of a server that comes or goes. */
const ofStatement = /^(?!08|57)(?=.*\d)[0-9A-Z]{5}$/;
const ofCertificates = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_)/;

/** Why PostgreSQL cannot be used at the start, as a fault of the setting; never its own words, nor the address. */
export function postgresFault(error: unknown): SettingsFault {
  if (error instanceof SettingsFault) return error;
  const code = codeOf(error);
  return new SettingsFault([sentences[code] ?? otherwise(code)]);
}

function otherwise(code: string): string {
  if (ofCertificates.test(code)) return distrusted;
  if (!ofStatement.test(code)) return unreached;
  return `DATABASE_URL: the tables cannot be made there (PostgreSQL says ${code}). Give Tillkeeper a database, or a schema, of its own.`;
}

/** What of the address cannot be decoded has no code of its own. */
function codeOf(error: unknown): string {
  if (error instanceof URIError) return 'ERR_INVALID_URL';
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const distrusted =
  'DATABASE_URL: the database’s certificate is not trusted here. Name the file of its authority as sslrootcert in it.';
const unreached =
  'DATABASE_URL: no database can be reached there. Check that it runs, the host, the port and the sslmode in it.';
