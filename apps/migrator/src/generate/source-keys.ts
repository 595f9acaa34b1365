const padded = (letter: string, digits: number) => {
  let last = 0;
  return (): string => {
    last += 1;
    return letter + String(last).padStart(digits, '0');
  };
};

const counted = () => {
  let last = 0;
  return (): number => (last += 1);
};

/**
 * The keys of one site, counted up in the order of the households. An evolved night counts removed households too, so that
 * every other record keeps its key.
 */
export function sourceKeys() {
  return {
    usager: padded('C', 7),
    dossier: padded('D', 7),
    intervention: padded('I', 8),
    tipiDossier: padded('T', 7),
    tipiPerson: padded('P', 7),
    tipiAid: padded('A', 8),
    foyer: counted(),
    personne: counted(),
    entretien: counted(),
    aide: counted(),
    /** For records that no household stands behind; counted together, far above all others. */
    stray: counted(),
  };
}

export type SourceKeys = ReturnType<typeof sourceKeys>;

/** Households of one site whose keys stay below those of strays. */
export const MOST_HOUSEHOLDS_A_SITE = 3_000_000;

/** A key with nine in front that no record of the site has: `C` and 7 digits → `C9000012`. */
export const strayKey = (letter: string, digits: number, keys: SourceKeys): string =>
  `${letter}9${String(keys.stray()).padStart(digits - 1, '0')}`;

/** The same for the whole numbers of 4D. */
export const strayNumber = (keys: SourceKeys): number => 90_000_000 + keys.stray();
