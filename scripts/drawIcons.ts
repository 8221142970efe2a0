import { readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';

// Teams wants PNG; the drawings are kept as SVG. `npm run icons` after changing one of them.
for (const name of ['color', 'outline']) {
  const drawing = await readFile(new URL(`../appPackage/${name}.svg`, import.meta.url), 'utf8');
  const image = new Resvg(drawing).render();
  await writeFile(new URL(`../appPackage/${name}.png`, import.meta.url), image.asPng());
  console.log(`appPackage/${name}.png: ${image.width} x ${image.height}`);
}
