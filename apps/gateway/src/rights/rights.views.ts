import type { GivenPlace } from '#libs/store';
import type { RefusalWithdrawn, Separated, SubjectRemoval } from '#libs/services';
import type { NewAddress, RefusedView, SeparatedView, WithdrawnView } from './rights.schemas.js';

/** Ids and a number: no address, and nothing of what was left behind. */
export const separatedView = ({ separationId, residues }: Separated, persons: readonly string[]): SeparatedView => ({
  separation_id: separationId,
  separated: [...persons],
  residues: residues.remaining,
});

export const refusedView = ({ subjects, already, counts }: SubjectRemoval): RefusedView => {
  const { accountingLines, ...erased } = counts;
  return {
    outcome: 'refused',
    records: subjects.length + already.length,
    erased: Object.fromEntries(Object.entries(erased).map(([kind, rows]) => [snakeCase(kind), rows])),
    accounting_lines: accountingLines,
  };
};

export const withdrawnView = ({ withdrawn }: RefusalWithdrawn): WithdrawnView => ({
  outcome: 'withdrawn',
  records: withdrawn.length,
});

/** What is empty is not told. */
export const placeOf = (given: NewAddress | null | undefined): GivenPlace | null => {
  if (given == null) return null;
  const told = (value: string | null | undefined): string | null => (value == null || value === '' ? null : value);
  return {
    address_line: told(given.address_line),
    postcode: told(given.postcode),
    town: told(given.town),
    site: told(given.site),
    unit: told(given.unit),
  };
};

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
