/**
 * Letters that windows-1252, ISO-8859-1 and Mac Roman all hold: a name made of them can be written in every export. The
 * tables are spelled out because normalisation of Unicode differs between releases of the runtime.
 */
const ACCENTED = 'àâäáãåçéèêëíìîïñóòôöõøúùûüÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜ';
const PLAIN = 'aaaaaaceeeeiiiinoooooouuuuyAAAAAACEEEEIIIINOOOOOOUUUU';

const PLAIN_OF = new Map([...ACCENTED].map((letter, index) => [letter, PLAIN.charAt(index)]));
const ACCENTED_LETTERS = new RegExp(`[${ACCENTED}]`, 'g');

/** A text without its accents: `Élodie` → `Elodie`. */
export function foldAccents(text: string): string {
  return text.replace(ACCENTED_LETTERS, (letter) => PLAIN_OF.get(letter) ?? letter);
}

/** A text with a capital first letter. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
