import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const installed = [
  process.env.PLAYWRIGHT_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** What to tell when there is no browser. */
export const noBrowser =
  'BROWSER TESTS WERE LEFT OUT: no Chromium, Chrome or Edge was found. ' +
  'Install one (Debian: apt-get install chromium) or name its program in PLAYWRIGHT_CHROMIUM.';

/** The program of an installed Chromium, Chrome or Edge, or null. */
export const findBrowser = (): string | null =>
  installed.find((path) => path !== undefined && existsSync(path)) ?? null;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with an empty profile of its own. */
export interface Browser {
  page: Page;
  close(): Promise<void>;
}

/** Starts a browser; `findBrowser` gives the program. */
export const launch = async (
  program: string,
  look: { width?: number; height?: number; colorScheme?: 'light' | 'dark'; scale?: number } = {},
): Promise<Browser> => {
  const profile = mkdtempSync(join(tmpdir(), 'tillkeeper-browser-'));
  const { width = 1280, height = 800, colorScheme = 'light', scale = 1 } = look;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    args: flags,
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    locale: 'en-US',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};
