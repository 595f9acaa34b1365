/** What the name of an export file tells. */
export interface FileNameFacts {
  readonly table: string | null;
  /** The site as the name writes it (`SSDP06`). */
  readonly site: string | null;
  /** `YYYY-MM-DD`. */
  readonly night: string | null;
}

export type FilePattern = (name: string) => FileNameFacts | null;

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isoNight = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;

/**
 * Compiles `COORDIN_{TABLE}_{SITE}_{NIGHT}.csv`: `{TABLE}` is one of the profile's tables, `{SITE}` letters, digits and
 * hyphens, `{NIGHT}` eight digits, `*` anything. Case does not count: file systems and archives change it.
 */
export const compileFilePattern = (pattern: string, tables: readonly string[]): FilePattern => {
  const source = pattern
    .split(/(\{TABLE\}|\{SITE\}|\{NIGHT\}|\*)/)
    .map((part) => {
      if (part === '{TABLE}') return `(?<table>${tables.map(escapeRegExp).join('|')})`;
      if (part === '{SITE}') return '(?<site>[A-Za-z0-9-]+)';
      if (part === '{NIGHT}') return '(?<night>\\d{8})';
      return part === '*' ? '[^/]*' : escapeRegExp(part);
    })
    .join('');
  const shape = new RegExp(`^${source}$`, 'i');
  return (name) => {
    const groups = shape.exec(name);
    if (groups === null) return null;
    const { table, site, night } = groups.groups ?? {};
    return {
      table: tables.find((known) => known.toLowerCase() === table?.toLowerCase()) ?? null,
      site: site ?? null,
      night: night === undefined ? null : isoNight(night),
    };
  };
};
