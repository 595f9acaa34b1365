import type { Provider } from '@nestjs/common';
import type { GoldenRules } from '#libs/linkage';
import type { PolicyBook } from '#libs/minimiser';
import { deriveKey, loadInstallationKey, type Settings } from '#libs/runtime';
import { type AidRules, openVault, readGoldenRules, readSiteStates, SiteSides } from '#libs/services';
import type { AuditTrail, Transactor, Vault } from '#libs/store';
import type { ReachLimit } from '../access/reach-limit.js';
import { CasesService } from '../cases/cases.service.js';
import { FormsService } from '../forms/forms.service.js';
import { ANSWER_TAG_USE, AnswerTags } from './answer-tag.js';
import { PersonDoor } from './person-door.js';
import { PersonsService } from './persons.service.js';

/** What reading persons needs beside what the whole API shares. */
export interface PersonReading {
  readonly vault: Vault;
  readonly golden: GoldenRules;
  readonly sides: SiteSides;
  readonly key: Uint8Array;
  readonly tags: AnswerTags;
}

/** @throws ConfigError or TeachingError where configuration or key are wrong; exit code 2 */
export const readPersonReading = (settings: Settings, database: Transactor): PersonReading => {
  const { bytes } = loadInstallationKey(settings);
  return {
    vault: openVault(settings),
    golden: readGoldenRules(settings.configDir),
    sides: new SiteSides(database, readSiteStates(settings.configDir)),
    key: bytes,
    tags: new AnswerTags(deriveKey({ bytes }, ANSWER_TAG_USE)),
  };
};

/** What the API shares. */
export interface SharedParts {
  readonly database: Transactor;
  readonly trail: AuditTrail;
  readonly book: PolicyBook;
  readonly reach: ReachLimit;
  readonly aidRequests: { readonly rules: AidRules };
}

/** The services that read persons, cases and forms. */
export const personReadingProviders = (
  { database, trail, book, reach, aidRequests }: SharedParts,
  { vault, golden, sides, key, tags }: PersonReading,
): Provider[] => {
  const door = new PersonDoor({ database, trail, book, vault, reach, key });
  const desk = { book, vault, key };
  const persons = new PersonsService({ vault, golden, door, sides, tags });
  const cases = new CasesService({ database, trail, reach, desk, door, sides, tags });
  const forms = new FormsService({ database, desk, rules: aidRequests.rules, door, persons, tags });
  return [
    { provide: PersonsService, useValue: persons },
    { provide: CasesService, useValue: cases },
    { provide: FormsService, useValue: forms },
  ];
};
