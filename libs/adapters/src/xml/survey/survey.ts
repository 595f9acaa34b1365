import type { FileRefusal, SurveyOptions, SurveyResult, XmlLayout } from '#libs/domain';
import { XmlRefused } from '../refusal.js';
import { XmlScanner } from '../scanner/xml-scanner.js';
import { slices } from '../slices.js';
import { Census } from './census.js';

/** Reasons that a line explains; the others are about the file as a whole. */
const PLACED: ReadonlySet<string> = new Set(['xml.malformed', 'xml.forbidden', 'file.truncated', 'file.mismatch']);

const refusalOf = (refused: XmlRefused, scanner: XmlScanner): FileRefusal => {
  const { reason, detail, offset: byteOffset } = refused;
  const place = PLACED.has(reason) ? scanner.place(byteOffset) : undefined;
  return place === undefined ? { reason, detail } : { reason, detail, byteOffset, ...place };
};

/**
 * Reads a whole document once: well-formed in every byte, root and end marker as the layout says, records counted, chunks
 * cut. A document that fails in anything is refused; what the blocks' source throws is passed on.
 */
export const surveyXml = async (
  layout: XmlLayout,
  blocks: AsyncIterable<Uint8Array>,
  options: SurveyOptions,
): Promise<SurveyResult> => {
  const census = new Census(layout, options);
  const scanner = new XmlScanner(census, { allowed: layout.encodings });
  try {
    for await (const slice of slices(blocks, options.signal)) {
      scanner.write(slice);
      census.checkSize(scanner.offset);
    }
    scanner.end();
    const { records, chunks } = census.finish();
    return { ok: true, survey: { encoding: scanner.encoding, chunks, records, header: census.header, traits: {} } };
  } catch (error) {
    if (error instanceof XmlRefused) return { ok: false, refusal: refusalOf(error, scanner) };
    throw error;
  }
};
