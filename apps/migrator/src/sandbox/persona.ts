/** What a client must be able to meet. */
export const SITUATIONS = ['complete', 'incomplete', 'several', 'withheld', 'separated', 'refused'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** The body of `POST /v1/persons/search` that looks for a persona. */
export interface PersonaSearch {
  readonly name: string;
  readonly given_name: string;
  readonly birth_date: string;
}

/** An invented person in a situation. */
export interface Persona {
  readonly situation: Situation;
  readonly search: PersonaSearch;
  /** The id by which it can be read; null where nothing is told, or several have the name. */
  readonly person_id: string | null;
  /** In place of a person, for whoever refuses digital filing. */
  readonly paper_reference: string | null;
}

/** An invented person as the store has it, before it is put into a situation. */
export interface Candidate {
  readonly personId: string;
  readonly search: PersonaSearch;
  /** Addresses of its records: `coordin/ssdp-06/K1234`. */
  readonly records: readonly string[];
  /** How many attributes of the golden record are known. */
  readonly known: number;
}

export const personaOf = (
  situation: Situation,
  { search, personId }: Candidate,
  more: Partial<Persona> = {},
): Persona => ({
  situation,
  search,
  person_id: personId,
  paper_reference: null,
  ...more,
});
