/**
 * Repairs text whose UTF-8 bytes were once read as windows-1252 (`Ã©` for `é`) or as Mac Roman (`√©`). Only pairs that no
 * name holds are touched: `Ã` before a letter is Portuguese and stays. Sources: Unicode's CP1252.TXT and ROMAN.TXT.
 */

/** Bytes 0x80 to 0xBF as windows-1252 shows them (unassigned bytes as their control character). */
const WINDOWS =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' + '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿';
/** The same bytes as Mac Roman shows them. */
const MAC = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü' + '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø';

/** A first byte 0xC3 leads to U+00C0 to U+00FF, 0xC5 to U+0140 to U+017F. */
const LEADS: readonly { readonly lead: string; readonly tail: string; readonly from: number }[] = [
  { lead: 'Ã', tail: WINDOWS, from: 0xc0 },
  { lead: 'Å', tail: WINDOWS, from: 0x140 },
  { lead: '√', tail: MAC, from: 0xc0 },
];

const REPAIRS: ReadonlyMap<string, string> = new Map(
  LEADS.flatMap(({ lead, tail, from }) =>
    [...tail].map((shown, index) => [lead + shown, String.fromCodePoint(from + index)] as const),
  ),
);

/** `Å` before a plain apostrophe-like mark could be Nordic; only the marks of `œ`, `Œ`, `Š`, `š`, `Ÿ`, `Ž` and `ž` count. */
const BROKEN = new RegExp(`[Ã√][${escapeClass(WINDOWS + MAC)}]|Å[“’¡¸½¾\\u00a0]`, 'gu');

/** The text with double-encoded letters mended; a text without them is returned as it is. */
export const repairMojibake = (text: string): string =>
  /[Ã√Å]/u.test(text) ? text.replace(BROKEN, (pair) => lettersOnly(REPAIRS.get(pair)) ?? pair) : text;

function escapeClass(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&');
}

/** A pair that would become a sign (`Ã—` is `×`) was not a letter before it broke. */
const lettersOnly = (repaired: string | undefined): string | undefined =>
  repaired !== undefined && /^\p{L}$/u.test(repaired) ? repaired : undefined;
