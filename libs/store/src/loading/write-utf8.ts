/** Bytes that a text takes at most: a unit of UTF-16 becomes three, a surrogate pair four. */
export const mostUtf8 = (text: string): number => text.length * 3;

/**
 * Writes text as UTF-8; half a surrogate pair becomes U+FFFD. Written out because values are short: a call into the runtime
 * for each costs more than its letters.
 * @param bytes with room for `mostUtf8(text)` from `at` on
 * @returns where the text ends
 */
export const writeUtf8 = (bytes: Buffer, at: number, text: string): number => {
  let end = at;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes[end++] = unit;
    else if (unit < 0x800) {
      bytes[end++] = 0xc0 | (unit >> 6);
      bytes[end++] = 0x80 | (unit & 0x3f);
    } else {
      const stop = wideEnd(text, i);
      end += bytes.write(text.slice(i, stop), end, 'utf8');
      i = stop - 1;
    }
  }
  return end;
};

/** End of the stretch of characters beyond U+07FF that starts at a position: surrogates stay together. */
const wideEnd = (text: string, start: number): number => {
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) >= 0x800) end++;
  return end;
};
