/** A reader of CSV that takes what RFC 4180 has, and nothing else. */

/** The records, each a list of cells; fails on a quote or a line end where none may be. */
export function parseCsv(text: string): string[][] {
  const cell = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r\n)/y;
  const records: string[][] = [];
  let record: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text)?.groups;
    if (found === undefined) throw new Error(`not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    record.push(found['plain'] ?? (found['quoted'] ?? '').replaceAll('""', '"'));
    if (found['end'] === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}
