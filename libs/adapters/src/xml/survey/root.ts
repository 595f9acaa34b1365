import type { FileRefusalDetail, XmlLayout } from '#libs/domain';
import type { XmlAttributes } from '../events.js';
import { HEADER_LENGTH } from '../limits.js';
import { XmlRefused } from '../refusal.js';

const SHOWN = /^[\w.:-]{1,60}$/u;

const mismatch = (detail: FileRefusalDetail, offset: number): XmlRefused =>
  new XmlRefused('file.mismatch', detail, offset);

/**
 * Checks the root element against the layout and hands out the header that it carries.
 * @throws XmlRefused `file.mismatch` for another root, or for a header attribute that is missing or is no short text
 */
export const readRoot = (
  layout: XmlLayout,
  name: string,
  attributes: XmlAttributes,
  offset: number,
): Readonly<Record<string, string>> => {
  if (name !== layout.root) {
    const found = SHOWN.test(name) ? name : '?';
    throw mismatch({ key: 'xml.root', args: { expected: layout.root, found } }, offset);
  }
  const header: Record<string, string> = {};
  for (const [entry, attribute] of Object.entries(layout.header)) {
    const value = attributes.value(attribute);
    if (value === undefined || value === null || value.length > HEADER_LENGTH)
      throw mismatch({ key: 'xml.header', args: { attribute, root: layout.root } }, offset);
    header[entry] = value;
  }
  return header;
};
