const DIGITS = Buffer.from('0123456789abcdef', 'latin1');
const DASH = 45;
const BYTES = 16;
const TEXT_LENGTH = 36;

/** Whether a dash stands before a byte. */
const dashBefore = (byte: number): boolean => byte === 4 || byte === 6 || byte === 8 || byte === 10;

const text = Buffer.alloc(TEXT_LENGTH);

/** The text of the uuid whose 16 bytes begin at a position: as PostgreSQL writes it. */
export const uuidText = (bytes: Uint8Array, at: number): string => {
  let to = 0;
  for (let from = 0; from < BYTES; from++) {
    if (dashBefore(from)) text[to++] = DASH;
    const byte = bytes[at + from] ?? 0;
    text[to++] = DIGITS[byte >> 4] ?? 0;
    text[to++] = DIGITS[byte & 15] ?? 0;
  }
  return text.toString('latin1');
};
