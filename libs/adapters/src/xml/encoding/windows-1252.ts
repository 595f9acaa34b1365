/**
 * Characters of windows-1252 for the bytes 0x80 to 0x9F, where it differs from ISO-8859-1 (Unicode consortium,
 * CP1252.TXT). Five bytes stand for nothing; Node's own decoder maps them, and all of this range, to control characters.
 */
const UPPER = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

const FIRST = 0x80;
const DIFFERENT = /[\u0080-\u009f]/;

/** One entry a byte: its character, or `''` where the byte is undefined. */
export const WINDOWS_1252: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const character = UPPER[byte - FIRST] ?? String.fromCharCode(byte);
  return character === '\0' && byte !== 0 ? '' : character;
});

/** From a string with one character for each byte to text, or `null` where a byte is undefined. */
export const fromWindows1252 = (latin: string): string | null => {
  if (!DIFFERENT.test(latin)) return latin;
  let text = '';
  for (let at = 0; at < latin.length; at += 1) {
    const character = WINDOWS_1252[latin.charCodeAt(at)] ?? '';
    if (character === '') return null;
    text += character;
  }
  return text;
};
