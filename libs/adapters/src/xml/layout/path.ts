/** One step of a path: an element, and which of its namesakes when an attribute tells them apart. */
export interface PathStep {
  readonly element: string;
  readonly predicate?: { readonly attribute: string; readonly value: string };
}

export interface LayoutPath {
  readonly steps: readonly PathStep[];
  /** The attribute of the last step's element that is meant (`SITUATION/@code`), instead of its text. */
  readonly attribute?: string;
}

const STEP = /(?:@([^\s/@[\]=]+)$|([^\s/@[\]=]+)(?:\[@([^\s/@[\]=]+)=(?:'([^']*)'|"([^"]*)")\])?)(?:\/(?=.)|$)/uy;

/**
 * Reads `DOSSIER`, `@num`, `ADRESSE/VOIE` or `table[@nom='Personnes']/enregistrement`.
 * @returns `undefined` for anything else
 */
export const parsePath = (path: string): LayoutPath | undefined => {
  const steps: PathStep[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const found = STEP.exec(path);
    if (found === null) return undefined;
    const [, attribute, element = '', by, single, double] = found;
    if (attribute !== undefined) return { steps, attribute };
    if (by === undefined) steps.push({ element });
    else steps.push({ element, predicate: { attribute: by, value: single ?? double ?? '' } });
  }
  return steps.length === 0 ? undefined : { steps };
};
