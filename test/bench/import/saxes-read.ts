import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';

/** Bytes read at a time. */
const BLOCK = 256 * 1024;

/** Reads a TIPI file (ISO-8859-1) with saxes and listens to nothing. @returns seconds */
export const readWithSaxes = async (file: string): Promise<number> => {
  const began = performance.now();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  const chunks = createReadStream(file, { encoding: 'latin1', highWaterMark: BLOCK }) as AsyncIterable<string>;
  for await (const chunk of chunks) parser.write(chunk);
  parser.close();
  return (performance.now() - began) / 1000;
};
