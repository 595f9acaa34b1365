/** A source person as people write it, and as `review split` and `persons show` take it: system, site, key of the record. */
export const sourceAddress = ({
  system,
  site,
  sourceId,
}: Readonly<Record<'system' | 'site' | 'sourceId', string>>): string => `${system}/${site}/${sourceId}`;
