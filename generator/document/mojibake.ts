/** Text that was written as UTF-8 and read as Windows-1252, put right again. */

/** Windows-1252 from 0x80 to 0x9f; what it leaves open stands for itself. Runtimes disagree on their own decoder. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f' + '\u0090‘’“”•–—˜™š›œ\u009džŸ';

const byteByCharacter = new Map([...HIGH].map((character, index) => [character, 0x80 + index]));

/** Runs that are UTF-8 byte by byte become what they stand for; everything else stays. */
export function repairMojibake(text: string): string {
  return text.replace(/[^\0-\x7f]{2,}/g, (run) => {
    const bytes = Array.from(run, (character) => byteByCharacter.get(character) ?? character.codePointAt(0) ?? 0);
    return bytes.every((byte) => byte <= 0xff) ? (decodeUtf8(Uint8Array.from(bytes)) ?? run) : run;
  });
}

export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function decodeWindows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80] : String.fromCharCode(byte),
  ).join('');
}
