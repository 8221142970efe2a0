import { expect } from 'chai';
import { SettingsFault } from '../../src/errors.js';
import { postgresFault } from '../../src/store/postgresFaults.js';

describe('why PostgreSQL cannot be used at the start', () => {
  const canary = (code: string) => Object.assign(new Error('canary'), { code });
  const told: [error: unknown, says: RegExp][] = [
    [canary('28P01'), /refuses its user\. Check the name and the password/],
    [canary('28000'), /refuses its user/],
    [canary('3D000'), /a database that is not there\. Create it/],
    [canary('42501'), /may not make tables there\. Give it a schema/],
    [canary('53300'), /no connection left\. Raise its max_connections/],
    [canary('25006'), /read only\. Name the one that takes writes/],
    [canary('ERR_INVALID_URL'), /no address that can be read\. Write postgres:/],
    [new URIError('canary'), /no address that can be read/],
    [canary('SELF_SIGNED_CERT_IN_CHAIN'), /certificate is not trusted here\. Name the file .* sslrootcert/],
    [canary('ERR_TLS_CERT_ALTNAME_INVALID'), /certificate is not trusted here/],
    [canary('42P07'), /tables cannot be made there \(PostgreSQL says 42P07\)\. Give .* of its own/],
    [canary('57P03'), /can be reached there/],
    [canary('EPIPE'), /can be reached there/],
    [canary('ECONNREFUSED'), /can be reached there\. Check that it runs/],
    [new Error('canary'), /can be reached there/],
    ['canary', /can be reached there/],
  ];
  for (const [error, says] of told)
    it(`says ${says.source} of ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`, () => {
      const fault = postgresFault(error);
      expect(fault).to.be.instanceOf(SettingsFault);
      expect(fault.message)
        .to.match(/^DATABASE_URL/)
        .and.match(says);
      expect(fault.message).to.not.contain('canary');
    });

  it('is told as it is where we said it ourselves', () => {
    const own = new SettingsFault(['One.']);
    expect(postgresFault(own)).to.equal(own);
  });
});
