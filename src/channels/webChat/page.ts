import { readAsset } from './assets.js';

/** What the demo's page shows beside the chat. */
export interface PageData {
  title: string;
  /** Whom one may be; the first is who one is without choosing. */
  people: { id: string; name: string; what: string }[];
  /** Sentences to try, sent as they stand. */
  examples: string[];
}

/** JSON that cannot end the script element it stands in. */
const inScript = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c');

const inText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page as HTML. */
export const renderPage = (page: PageData): string => {
  const values: Record<string, string> = {
    '{{title}}': inText(page.title),
    '"{{data}}"': inScript(page),
  };
  return readAsset('page.html')
    .body.toString()
    .replace(/"\{\{data\}\}"|\{\{\w+\}\}/g, (place) => values[place] ?? '');
};
