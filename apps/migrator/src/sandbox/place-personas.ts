import type { Settings } from '#libs/runtime';
import { LinkRulebook, refuseSubject, restrictSubject, type RightsDesk, separateSubject } from '#libs/services';
import { AuditTrail, type GivenPlace, Vault } from '#libs/store';
import { decisionEntries } from '../audit/decision-entries.js';
import { openDesk } from '../engine/open-desk.js';
import type { Engine } from '../engine/open-engine.js';
import { decisionMaker } from '../linkage/review/decision-maker.js';
import { settle } from '../linkage/review/settle.js';
import { splitPerson } from '../linkage/review/split-person.js';
import { findCandidates } from './find-candidates.js';
import { type Candidate, type Persona, personaOf } from './persona.js';

/** Where the separated persona is now; no query may find it but for the purposes that protect. */
const HIDEOUT = {
  address_line: '12 rue de l’Exemple',
  postcode: '75019',
  town: 'Paris',
  site: 'ssdp-06',
  unit: 'EXEMPLE',
} as const satisfies GivenPlace;
export const PAPER_REFERENCE = 'SANDBOX-PAPER-1';

/** Puts one person into each situation, by the rights that the product has. */
export const placePersonas = async (engine: Engine, settings: Settings): Promise<readonly Persona[]> => {
  const desk = openDesk(engine, settings);
  const [complete, incomplete, ...others] = spread(await findCandidates(engine, settings));
  const taken = new Set<Candidate>();
  const next = (fits: (candidate: Candidate) => boolean = () => true): Candidate => {
    const found = others.find((candidate) => !taken.has(candidate) && fits(candidate));
    if (found === undefined) throw new Error('the sandbox has too few persons');
    taken.add(found);
    return found;
  };
  if (complete === undefined || incomplete === undefined) throw new Error('the sandbox has no persons');
  const several = await splitOne(engine, settings, next);
  const withheld = next();
  await restrictSubject(desk, { person: withheld.personId, lift: false, incident: 'SANDBOX-1' }, false);
  const separated = await separateOne(desk, next);
  const refused = next();
  const refusal = { person: refused.personId, key: undefined, onlyThisRecord: false, incident: 'SANDBOX-3' };
  await refuseSubject(desk, refusal, false);
  return [
    personaOf('complete', complete),
    personaOf('incomplete', incomplete),
    personaOf('several', several, { person_id: null }),
    personaOf('withheld', withheld),
    personaOf('separated', separated),
    personaOf('refused', refused, { person_id: null, paper_reference: PAPER_REFERENCE }),
  ];
};

type Next = (fits?: (candidate: Candidate) => boolean) => Candidate;

/** The one of whom most is known, then the one of whom least is, then the rest: each with a name that nobody shares. */
const spread = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const names = candidates.map(({ search }) => `${search.name} ${search.birth_date}`);
  const alone = candidates.filter((_, at) => names.indexOf(names[at] ?? '') === names.lastIndexOf(names[at] ?? ''));
  const sorted = alone.toSorted((a, b) => b.known - a.known || (a.personId < b.personId ? -1 : 1));
  return [...sorted.slice(0, 1), ...sorted.slice(-1), ...sorted.slice(1, -1)];
};

/** Two persons of one name and one day: records of two systems that a person said are never one. */
const splitOne = async (engine: Engine, settings: Settings, next: Next): Promise<Candidate> => {
  const { rules } = new LinkRulebook(settings.configDir);
  const maker = decisionMaker('sandbox', 'two candidates for one search');
  for (;;) {
    const candidate = next(({ records }) => records.length === 2);
    await settle(
      ...([engine.database, engine.get(AuditTrail), engine.get(Vault), rules, false] as const),
      (client) => splitPerson(client, candidate.records[0] ?? '', [], maker),
      (settlement) => decisionEntries('review.split', settlement),
    );
    const parts = (await findCandidates(engine, settings)).filter(({ records }) =>
      records.some((record) => candidate.records.includes(record)),
    );
    const keys = new Set(parts.map(({ search }) => JSON.stringify(search)));
    if (parts.length === 2 && keys.size === 1) return parts[0] ?? candidate;
  }
};

/** Somebody who has a household to be separated from. */
const separateOne = async (desk: RightsDesk, next: Next): Promise<Candidate> => {
  for (;;) {
    const candidate = next(({ records }) => records.some((record) => record.startsWith('coordin/')));
    const request = { person: candidate.personId, together: [], incident: 'SANDBOX-2', place: HIDEOUT };
    const { cases } = await separateSubject(desk, request, true);
    if (cases.length === 0) continue;
    await separateSubject(desk, request, false);
    return candidate;
  }
};
