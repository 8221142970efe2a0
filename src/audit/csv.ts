/** One line of CSV (RFC 4180). What a spreadsheet would run as a formula gets a quote before it. */
export function csvLine(cells: readonly unknown[]): string {
  return cells.map((cell) => quoted(harmless(String(cell ?? '')))).join(',');
}

function harmless(text: string): string {
  return /^[\s\p{Cc}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
