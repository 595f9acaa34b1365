import type { Language } from '#libs/messages';
import { type AccessRequest, type AccessSubject, decideAccess, type PolicyBook, type Precision } from '#libs/minimiser';
import { type AidRules, readAidRules } from '../../aid-requests/aid-rules.js';
import { consoleRequest } from '../../policies/person-reader.js';
import { type LabelledCodes, readCodeLists, readPolicies } from '../../policies/read-policies.js';
import { SourceCatalogue } from '../../sources/source-catalogue.js';

/** The purpose of everything about a person's rights: nobody has to name it. */
export const RIGHTS_PURPOSE = 'data_protection';

/** How fields and levels of a comparison are said. */
export interface LinkWords {
  readonly field: (field: string, lang: Language) => string;
  readonly level: (level: string, lang: Language) => string;
}

/** What a report is written with: policies, labels of codes, names of applications, one language. */
export interface ReportContext {
  readonly words: LinkWords;
  readonly book: PolicyBook;
  readonly codes: LabelledCodes;
  readonly catalogue: SourceCatalogue;
  /** Words of decisions about aid requests. */
  readonly aidRules: AidRules;
  readonly lang: Language;
  /** Whom the console reads for. */
  readonly recipient: string;
  /** An application in words; its own name where no profile of it is left. */
  readonly systemTitle: (system: string) => string;
}

/** @throws TeachingError where a policy or a profile is not sound, or where no policy names the purpose */
export const reportContext = (configDir: string, lang: Language, words: LinkWords): ReportContext => {
  const book = readPolicies(configDir);
  const catalogue = new SourceCatalogue(configDir);
  const titles = new Map(catalogue.documents().map(({ profile, title }) => [profile, title]));
  return {
    words,
    book,
    codes: readCodeLists(configDir),
    catalogue,
    aidRules: readAidRules(configDir, book),
    lang,
    recipient: consoleRequest(book, RIGHTS_PURPOSE).recipient,
    systemTitle: (system) => titles.get(system)?.[lang] ?? system,
  };
};

/** How much of a field of a person the purpose sees. */
export type SeenPrecision = (entity: string, field: string) => Precision;

/** What the rights of persons see of somebody: decided field by field before anything is read. */
export const seenFor =
  (
    book: PolicyBook,
    subject: AccessSubject,
    request: AccessRequest = consoleRequest(book, RIGHTS_PURPOSE),
  ): SeenPrecision =>
  (entity, field) =>
    decideAccess(book, request, subject, entity, field).precision;

/** Names of the unified fields that the purpose sees, for the audit trail. */
export const seenFields = (book: PolicyBook, seen: SeenPrecision): readonly string[] => [
  ...new Set(book.fields.flatMap(({ entity, field }) => (seen(entity, field) === 'none' ? [] : [field]))),
];
