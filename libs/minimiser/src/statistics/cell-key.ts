/** Which cell of a table: the category of each dimension, none for the total. Site is a dimension like any other. */
export type CellPlace = Readonly<Record<string, string>>;

/** Name of a cell over all tables of a population: the same whichever table holds it, so that releases can be compared. */
export const cellKey = (place: CellPlace): string =>
  Object.entries(place)
    .map(([dimension, category]) => `${dimension}=${category}`)
    .sort()
    .join('&');

/** The cell that counts the whole population. */
export const TOTAL = cellKey({});
