import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { placeholders } from '../../src/recognition/placeholders.js';
import { findPersonal } from '../../src/recognition/redaction/findIdentifiers.js';

const said = z.object({ text: z.string(), values: z.array(z.string()) });
const row = z.object({ id: z.string(), label: z.string(), tier: z.string(), b64: z.string().optional() });

/** Rows with secrets stand in base64, so that no scanner takes the file for a leak. */
const cases = readFileSync(new URL('../data/redaction-cases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const read: unknown = JSON.parse(line);
    const { b64, ...rest } = row.parse(read);
    const plain: unknown = b64 ? JSON.parse(Buffer.from(b64, 'base64').toString()) : read;
    return { ...rest, ...said.parse(plain) };
  });

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (char) => String(char.charCodeAt(0) - 0x660))
    .replace(/&nbsp;/g, '');
const digits = (text: string) => plain(text).replace(/\D/g, '');
const alphanumeric = (text: string) =>
  plain(text)
    .replace(/[^0-9A-Za-z]/g, '')
    .toLowerCase();

function shareRun(value: string, out: string, length: number): boolean {
  for (let at = 0; at + length <= value.length; at++)
    if (out.includes(value.slice(at, at + length))) return true;
  return false;
}

const bodyOf = (secret: string) =>
  secret.replace(/^(?:sk|rk|ek)_(?:live|test|prod)_(?:51)?|^whsec_|^sk-or-v1-/, '');

const leaks: Readonly<Record<string, (value: string, out: string) => boolean>> = {
  PAN: (value, out) => shareRun(digits(value), digits(out), 7) || out.includes(value),
  PHONE: (value, out) => shareRun(digits(value), digits(out), Math.min(7, digits(value).length)),
  IBAN: (value, out) => shareRun(alphanumeric(value), alphanumeric(out), 8),
  EMAIL: (value, out) => out.includes(value),
  CVC: (value, out) => new RegExp(`(^|\\D)${value}(\\D|$)`).test(out),
  SECRET: (value, out) => shareRun(bodyOf(value), out, Math.min(12, bodyOf(value).length)),
};

const sent = (text: string) => placeholders(text, undefined, findPersonal).text;

describe('the redaction cases', () => {
  it('are as many as there were', () => {
    expect(cases.length).to.be.at.least(885);
  });

  for (const [label, leak] of Object.entries(leaks)) {
    it(`lose each ${label}`, () => {
      const rows = cases.filter((one) => one.label === label);
      const missed = rows.filter(({ text, values }) => values.some((value) => leak(value, sent(text))));
      expect(rows.length).to.be.above(20);
      expect(missed.map(({ id, text }) => ({ id, text, out: sent(text) }))).to.deep.equal([]);
    });
  }

  it('keep each near miss, character by character', () => {
    const rows = cases.filter(({ label }) => label === 'NONE');
    expect(rows.length).to.be.above(200);
    expect(rows.map(({ text }) => sent(text))).to.deep.equal(rows.map(({ text }) => text));
  });
});
