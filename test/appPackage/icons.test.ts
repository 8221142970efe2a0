import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { expect } from 'chai';

const file = (name: string): Buffer => readFileSync(new URL(`../../appPackage/${name}`, import.meta.url));
const widthAndHeight = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the app icons', () => {
  for (const [name, side] of [
    ['color', 192],
    ['outline', 32],
  ] as const) {
    it(`${name}.png is a PNG of ${side} by ${side} pixels`, () => {
      const png = file(`${name}.png`);
      expect(png.subarray(1, 4).toString()).to.equal('PNG');
      expect(widthAndHeight(png)).to.deep.equal([side, side]);
    });

    it(`${name}.png is what ${name}.svg draws`, () => {
      const drawn = new Resvg(file(`${name}.svg`).toString()).render().asPng();
      expect(file(`${name}.png`).equals(drawn), 'run npm run icons').to.equal(true);
    });
  }

  it('the outline is white on transparent, as Teams wants it', () => {
    const pixels = new Resvg(file('outline.svg').toString()).render().pixels;
    const colours = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4) {
      const [red, green, blue, alpha] = pixels.subarray(at, at + 4);
      colours.add(
        alpha === 0 ? 'clear' : red === green && green === blue && red === alpha ? 'white' : 'other',
      );
    }
    expect([...colours].sort()).to.deep.equal(['clear', 'white']);
  });
});
