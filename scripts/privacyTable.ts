import { privacyTable } from './privacy/table.js';

// The tables of docs/privacy.md, made from the code: paste them there when what is shown has changed.
console.log(privacyTable());
