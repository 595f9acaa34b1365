import { forbidden, malformed } from '../refusal.js';
import { CH, NAME, NAME_START, SPACE } from './byte-classes.js';
import type { SectionKind } from './runs.js';
import { skip } from './skip.js';

const CDATA_START = Buffer.from('<![CDATA[', 'latin1');
const COMMENT_LENGTH = 4;
const XML_TARGET = /^xml$/i;

/** A section that begins, and the index of its content. */
export interface Opening {
  readonly section: SectionKind;
  readonly content: number;
}

/**
 * What begins with the `<!` at `at`; `undefined` when the bytes do not tell yet.
 * @param base offset of `bytes[0]` in the file
 * @throws XmlRefused `xml.forbidden` for a declaration, `xml.malformed` for what is nothing
 */
export const readBang = (bytes: Buffer, at: number, base: number): Opening | undefined => {
  const third = bytes[at + 2];
  if (third === CH.dash) {
    if (bytes[at + 3] === undefined) return undefined;
    if (bytes[at + 3] !== CH.dash) throw malformed('comment', base + at);
    return { section: 'comment', content: at + COMMENT_LENGTH };
  }
  if (third !== undefined && third !== CH.open) throw forbidden(base + at);
  const start = bytes.subarray(at, at + CDATA_START.length);
  if (!CDATA_START.subarray(0, start.length).equals(start)) throw malformed('start-tag', base + at);
  return start.length < CDATA_START.length ? undefined : { section: 'cdata', content: at + CDATA_START.length };
};

/**
 * The processing instruction whose `<?` is at `at`; `undefined` when the bytes do not tell yet.
 * @throws XmlRefused `xml.malformed` for one without a name, or an XML declaration, which may only begin a file
 */
export const readInstruction = (bytes: Buffer, at: number, base: number): Opening | undefined => {
  const start = at + 2;
  const content = skip(NAME, bytes, start);
  const next = bytes[content];
  if (next === undefined || (next === CH.question && bytes[content + 1] === undefined)) return undefined;
  if (XML_TARGET.test(bytes.toString('latin1', start, content))) throw malformed('declaration', base + at);
  const ends = SPACE[next] === 1 || (next === CH.question && bytes[content + 1] === CH.gt);
  if (NAME_START[bytes[start] as number] !== 1 || !ends) throw malformed('instruction', base + at);
  return { section: 'instruction', content };
};
