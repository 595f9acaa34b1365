/** The bytes end before the token does. */
export const MORE = -1;

/** The first index from `from` on whose byte is not in the table. */
export const skip = (table: Uint8Array, bytes: Buffer, from: number): number => {
  let at = from;
  while (at < bytes.length && table[bytes[at] as number] === 1) at += 1;
  return at;
};
