const HALF = 0x1_0000_0000;

/**
 * Writes eight bytes of a whole number, most significant first.
 * @param value a whole number that JavaScript holds exactly, or 64 bits as they are (the first of them is the sign)
 * @throws RangeError a number with a fraction, or beyond what JavaScript holds exactly
 */
export const writeLong = (view: DataView, at: number, value: number | bigint): void => {
  if (typeof value === 'bigint') {
    view.setBigInt64(at, value);
    return;
  }
  if (!Number.isSafeInteger(value)) throw new RangeError('a number does not fit bigint');
  const high = Math.floor(value / HALF);
  view.setInt32(at, high);
  view.setUint32(at + 4, value - high * HALF);
};
