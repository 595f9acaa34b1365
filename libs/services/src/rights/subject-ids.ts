import { EXIT, TeachingError } from '#libs/domain';
import { keyedHash } from '#libs/minimiser';
import type { SourceCatalogue } from '../sources/source-catalogue.js';

/** What names are looked up with. */
export interface Naming {
  readonly catalogue: SourceCatalogue;
  /** The installation's key. */
  readonly key: Uint8Array;
}

/** A record as people name it. */
export type SourceAddress = Readonly<Record<'system' | 'site' | 'sourceId', string>>;

const ADDRESS = /^([^/]+)\/([^/]+)\/(.+)$/;
/** As long as a key may be in the store. */
const LONGEST = 64;

/** @throws TeachingError `person.address`; exit code 2 */
export const readAddress = (named: string): SourceAddress => {
  const [, system, site, key = ''] = ADDRESS.exec(named) ?? [];
  const sourceId = key.trim();
  if (system === undefined || site === undefined || sourceId === '' || sourceId.length > LONGEST) {
    throw new TeachingError('person.address', {}, { exitCode: EXIT.usage });
  }
  return { system, site, sourceId };
};

/**
 * The ids that an import would give the record, one for each table of persons of its profile: nothing needs to be in the store.
 * @throws TeachingError `source.unknown`, `site.malformed`; exit code 2
 */
export const subjectIds = (
  { catalogue, key }: Naming,
  { system, site, sourceId }: SourceAddress,
): readonly { readonly id: string; readonly table: string }[] =>
  [...catalogue.source(system, site).profile.tables.values()]
    .filter(({ entity }) => entity === 'person')
    .map(({ table }) => ({ table, id: uuidOf(keyedHash(key, [system, site, table])(sourceId)) }));

const uuidOf = (digits: string): string => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
