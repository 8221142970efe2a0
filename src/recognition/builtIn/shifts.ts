import type { Item } from './item.js';
import { rewrite, words } from './rewrite.js';

const UNIT = '(?<unit>day|week|month|quarter|year)';
const SHIFT = words(
  `(?:the )?${UNIT} (?<a>before|earlier|prior|preceding|after|later|following)(?: that| it| this| then)?(?! (?:~|yesterday|last|tomorrow|next|\\d))|` +
    `the (?<b>previous|preceding|prior|following|subsequent) (?:one )?${UNIT.replace('unit', 'unit2')}(?! of)|` +
    `(?:one|a|1) ${UNIT.replace('unit', 'unit3')} (?<c>earlier|before|back|further back|later|after|forward|on)|` +
    `(?:go |step |move )?(?<d>back|forward) (?:a|one|1|another|by a|by one) ${UNIT.replace('unit', 'unit4')}`,
);
const LATER = /after|later|following|subsequent|forward|^on$/;

/** Tags a step in time that counts from the period talked about: "the week before", "a month later" (`~shift`). */
export const readShifts = (items: readonly Item[]): Item[] =>
  rewrite(items, SHIFT, ({ group }) => {
    const unit = group('unit') || group('unit2') || group('unit3') || group('unit4');
    const way = group('a') || group('b') || group('c') || group('d');
    return { word: '~shift', value: { kind: 'shift', unit, by: LATER.test(way) ? 1 : -1 } };
  });
