import { readExports } from '../../apps/migrator/src/reading/read-exports.js';
import { SourceCatalogue } from '#libs/services';
import { ROOT } from './spawn-cli.js';
import { join } from 'node:path';

/** Where each record of an export begins, in bytes. */
export const recordStarts = async (source: string, path: string): Promise<number[]> => {
  const { profile } = new SourceCatalogue(join(ROOT, 'config')).source(source, 'any');
  const starts: number[] = [];
  for await (const { byteOffset } of readExports(profile, [path], null, new AbortController().signal)) {
    starts.push(byteOffset);
  }
  return starts;
};
