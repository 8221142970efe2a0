import { lapseTable } from './privacy/lapses.js';
import { privacyTable } from './privacy/table.js';

// The tables of docs/privacy.md, made from the code: paste them there when what is kept or shown has changed.
console.log(`${lapseTable()}\n\n${privacyTable()}`);
