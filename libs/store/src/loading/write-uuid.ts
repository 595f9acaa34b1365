const DIGITS = 32;
/** Length of a uuid as PostgreSQL prints it. */
const HYPHENED = 36;

/** Value of each hexadecimal digit by character code; -1 for every other character. */
const VALUES = Int8Array.from({ length: 256 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
});

/**
 * Writes a uuid as its 16 bytes.
 * @param bytes with room for 16 from `at` on
 * @param uuid 32 hexadecimal digits, with or without hyphens
 * @throws RangeError what was given is no uuid
 */
export const writeUuid = (bytes: Uint8Array, at: number, uuid: string): void => {
  const digits = uuid.length === HYPHENED ? uuid.replaceAll('-', '') : uuid;
  let seen = digits.length === DIGITS ? 0 : -1;
  for (let i = 0; i < DIGITS; i += 2) {
    const high = VALUES[digits.charCodeAt(i)] ?? -1;
    const low = VALUES[digits.charCodeAt(i + 1)] ?? -1;
    // Negative from the first character that is no digit on.
    seen |= high | low;
    bytes[at++] = (high << 4) | low;
  }
  if (seen < 0) throw new RangeError('an id is not made of 32 hexadecimal digits');
};
