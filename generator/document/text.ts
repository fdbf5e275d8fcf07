/** From the bytes of a document as received to text whose lines can be counted. Never fails: a page is what it is. */
import { decodeUtf8, decodeWindows1252, repairMojibake } from './mojibake.ts';

/** Without byte order mark, with LF as line end, and with mojibake repaired. The number of lines is that of the document. */
export function decodeDocument(bytes: Uint8Array): string {
  const text = decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeWindows1252(bytes);
  return repairMojibake(text.replace(/^\u{feff}/u, '').replace(/\r\n?/g, '\n'));
}

/** Whether bytes are text at all. No page has NUL, which UTF-16 without its mark is full of, and a picture or an archive, too. */
export function isText(bytes: Uint8Array): boolean {
  if (decodeUtf16(bytes) !== undefined) return true;
  const isLegible = decodeUtf8(bytes) === undefined ? isPrinted : (byte: number) => byte !== 0;
  return bytes.every(isLegible);
}

/** In Windows-1252, which else holds whatever bytes there are: no control character but white space. */
function isPrinted(byte: number): boolean {
  return byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Only what says so by its byte order mark. */
function decodeUtf16(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}
