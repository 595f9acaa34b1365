import type { FileReason, FileRefusalDetail } from '#libs/domain';
import { LIMITS, type LimitName } from './limits.js';

/**
 * Why reading stopped, thrown from deep inside a token and turned into a value (`SurveyResult`) by the survey: passing it
 * up by hand through every step of the scanner would cost a test for each byte. Never leaves this folder.
 */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';

  /** @param offset byte of the file where it was seen */
  constructor(
    readonly reason: FileReason,
    readonly detail: FileRefusalDetail,
    readonly offset: number,
  ) {
    super(reason);
  }
}

/** Ways of not being well-formed; each has an entry `xml.<name>` in the message catalogue. */
export type Malformation =
  | 'attribute'
  | 'cdata-end'
  | 'character'
  | 'comment'
  | 'declaration'
  | 'end-tag'
  | 'instruction'
  | 'name'
  | 'outside'
  | 'reference'
  | 'start-tag';

export const malformed = (kind: Malformation, offset: number): XmlRefused =>
  new XmlRefused('xml.malformed', { key: `xml.${kind}` }, offset);

export const beyond = (limit: LimitName, offset: number): XmlRefused =>
  new XmlRefused('xml.malformed', { key: `xml.limit.${limit}`, args: { maximum: LIMITS[limit] } }, offset);

/** A DOCTYPE or any other markup declaration, refused at its third byte so that what it holds costs nothing. */
export const forbidden = (offset: number): XmlRefused =>
  new XmlRefused('xml.forbidden', { key: 'xml.doctype' }, offset);

export const cutOff = (key: string, offset: number, args?: FileRefusalDetail['args']): XmlRefused =>
  new XmlRefused('file.truncated', args === undefined ? { key } : { key, args }, offset);
