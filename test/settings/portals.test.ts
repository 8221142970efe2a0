import { expect } from 'chai';
import { faultsOf, fileWith } from './faults.js';

const key = { KEY: 'rk_test_x' };
const portals = [
  { id: 'intranet', secret: 'env:ONE' },
  { id: 'extranet', secret: 'env:OTHER' },
];

describe('the secrets of portals', () => {
  const empty = (id: string, name: string) =>
    `portals.${id}.secret: ${name} is empty. Put its value in .env; see .env.example.`;
  const cases: [what: string, given: Record<string, string>, faults: string[]][] = [
    ['two', { ONE: 'canary-1', OTHER: 'canary-2' }, []],
    ['one', { ONE: 'canary-1' }, [empty('extranet', 'OTHER')]],
    ['none', {}, [empty('intranet', 'ONE'), empty('extranet', 'OTHER')]],
    [
      'the same one twice',
      { ONE: 'canary', OTHER: 'canary' },
      ['portals.extranet.secret: portal intranet has the same secret. Give each portal one of its own.'],
    ],
  ];
  for (const [what, given, faults] of cases)
    it(`${what}: ${faults.length === 0 ? 'taken' : 'refused'}`, () => {
      expect(faultsOf({ ...key, ...given }, fileWith({ portals }))).to.deep.equal(faults);
    });
});
