/** Bytes that no decoder of their encoding accepts, planted in a text as characters of the private use area. */
export const UNDECODABLE = { windows1252: '\uf781', utf8: '\uf7ff' } as const;

export type Encode = (text: string) => Buffer;

/** Characters of 0x80 to 0xFF in Mac Roman that our texts use; the rest is a fault of the generator. */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨\0ÆØ\0±\0\0¥µ\0\0\0\0\0ªº\0æø¿¡¬\0ƒ\0\0«»…\u00a0ÀÃÕŒœ–—“”‘’÷\0ÿ\0\0€‹›\0\0‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙ';

/** The characters that windows-1252 puts where ISO-8859-1 has control characters. */
const WINDOWS_1252_EXTRA = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

function tableOf(latin1From: number, extra: string, extraFrom: number): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let byte = 1; byte < 0x80; byte += 1) table[byte] = byte;
  for (let byte = latin1From; byte <= 0xff; byte += 1) table[byte] = byte;
  [...extra].forEach((character, index) => {
    if (character !== '\0') table[character.charCodeAt(0)] = extraFrom + index;
  });
  return table;
}

/** One byte a character. Throws `RangeError` for a character that the encoding lacks: a fault of the generator. */
function singleByte(name: string, table: Uint8Array): Encode {
  return (text) => {
    const bytes = Buffer.allocUnsafe(text.length);
    for (let index = 0; index < text.length; index += 1) {
      const byte = table[text.charCodeAt(index)] ?? 0;
      if (byte === 0) throw new RangeError(`${name} has no character U+${text.charCodeAt(index).toString(16)}`);
      bytes[index] = byte;
    }
    return bytes;
  };
}

const windows1252Table = tableOf(0xa0, WINDOWS_1252_EXTRA, 0x80);
windows1252Table[UNDECODABLE.windows1252.charCodeAt(0)] = 0x81;

export const encodeWindows1252 = singleByte('windows-1252', windows1252Table);
export const encodeLatin1 = singleByte('ISO-8859-1', tableOf(0xa0, '', 0x80));
export const encodeMacRoman = singleByte('Mac Roman', tableOf(0x100, MAC_ROMAN, 0x80));

/** UTF-8, with the planted undecodable bytes as they are. */
export const encodeUtf8: Encode = (text) => {
  if (!text.includes(UNDECODABLE.utf8)) return Buffer.from(text, 'utf8');
  const parts = text.split(UNDECODABLE.utf8).map((part) => Buffer.from(part, 'utf8'));
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.of(0xff), part])));
};
