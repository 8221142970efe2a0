import { expect } from 'chai';
import { isObjectId } from '../../src/access/objectId.js';

const id = '0b5e7c1a-3f41-4c0e-9c54-6e1b6f0b8d11';

describe('an object id of Entra', () => {
  for (const good of [id, id.toUpperCase()])
    it(`may be ${good}`, () => {
      expect(isObjectId(good)).to.equal(true);
    });

  const bad = [
    ['nothing', ''],
    ['a space', ` ${id}`],
    ['a line', `${id}\n`],
    ['a path', `${id}/..`],
    ['a path before', `../${id}`],
    ['a query', `${id}?x`],
    ['braces', `{${id}}`],
    ['no dashes', id.replaceAll('-', '')],
    ['another letter', id.replace('0b', '0g')],
    ['digits of another script', id.replace('1', '١')],
    ['encoded', encodeURIComponent(`${id}/`)],
    ['a name', 'ada@example.com'],
    ['what every object has', '__proto__'],
  ] as const;
  for (const [what, text] of bad)
    it(`is never ${what}`, () => {
      expect(isObjectId(text)).to.equal(false);
    });
});
