import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';

/** How a CSV was written, as far as its beginning tells. */
export interface CsvForm {
  readonly encoding: 'utf8' | 'windows-1252';
  readonly delimiter: string;
}

/** Enough for a header and some hundred records. */
const LOOKED_AT = 256 * 1024;
const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINE_FEED = 10;

/** Looks at the beginning of a file. @throws what the file system says of a file that cannot be read */
export const findCsvForm = async (path: string): Promise<CsvForm> => {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    const start = wholeLines(buffer.subarray(0, bytesRead));
    return { encoding: isUtf8(start) ? 'utf8' : 'windows-1252', delimiter: delimiterOf(start) };
  } finally {
    await file.close();
  }
};

/** Cut at the last line end, so that no letter of several bytes is cut in two. */
const wholeLines = (bytes: Buffer): Buffer => {
  const end = bytes.lastIndexOf(LINE_FEED);
  return end < 0 ? bytes : bytes.subarray(0, end);
};

/** The one that the header holds most often; a comma where it holds none, which is one column. */
const delimiterOf = (start: Buffer): string => {
  const end = start.indexOf(LINE_FEED);
  const header = start.toString('latin1', 0, end < 0 ? start.length : end);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
};
