import { TeachingError } from '#libs/domain';

/** What a file settled of its own reading; stored as JSON between the survey and the chunks. */
export interface DelimitedTraits {
  /** The characters that end its records. */
  readonly recordEnd: string;
  /** Its columns, in its order, blanks around the names taken away. */
  readonly columns: readonly string[];
}

export const traitsOf = ({ recordEnd, columns }: DelimitedTraits): Readonly<Record<string, unknown>> => ({
  recordEnd,
  columns,
});

/**
 * Parses traits as they come back from storage.
 * @throws TeachingError `delimited.traits` where they are not those of a survey of this adapter
 */
export function readTraits(table: string, traits: Readonly<Record<string, unknown>>): DelimitedTraits {
  const { recordEnd, columns } = traits;
  const named = Array.isArray(columns) && columns.every((name): name is string => typeof name === 'string');
  if (typeof recordEnd !== 'string' || recordEnd === '' || !named)
    throw new TeachingError('delimited.traits', { table });
  return { recordEnd, columns };
}
