import type { PolicyBook } from '#libs/minimiser';
import { type Client, pageEntries, type StoredEntry } from '#libs/store';
import { endOfPeriod, parisMinute } from './calendar-words.js';
import { groupRows } from './group-rows.js';
import type { ReportContext } from './report-context.js';
import type { ReportRead } from './report-data.js';
import { fieldTitle } from './value-words.js';

const PAGE = 1_000;
const ALWAYS = { since: null, until: null };

/** Reads of a person that showed something, the oldest first. @param ids all source persons of the person */
export const findReads = async (client: Client, ids: readonly string[]): Promise<readonly StoredEntry[]> => {
  const reads: StoredEntry[] = [];
  for (let after = 0; ;) {
    const page = await pageEntries(client, { subjectIds: ids }, ALWAYS, after, PAGE);
    // Decisions about pairs and the like name no fields, and may be about somebody else too; a rectification shows nothing.
    reads.push(
      ...page.filter(
        ({ action, outcome, fields }) => action !== 'subject.rectify' && outcome === 'done' && fields.length > 0,
      ),
    );
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return reads;
    after = last.seq;
  }
};

/** Each read once, whatever the number of records that it went through: an entry names one source person. */
export const onceEach = (reads: readonly StoredEntry[]): readonly StoredEntry[] =>
  [...groupRows(reads, ({ at, action, purpose, recipient }) => [at, action, purpose, recipient].join(' ')).values()]
    .map((entries) => {
      const [first] = entries;
      return first === undefined ? null : { ...first, fields: [...new Set(entries.flatMap(({ fields }) => fields))] };
    })
    .filter((entry) => entry !== null);

/** Who read what for what: purpose, recipient, date, fields. An entry knows no worker, and neither does the report. */
export const reportReads = (context: ReportContext, reads: readonly StoredEntry[]): readonly ReportRead[] => {
  const { book, lang } = context;
  const period = book.documents.retention.kinds['auditTrail']?.period;
  return onceEach(reads).map(({ at, purpose, recipient, fields }) => {
    const minute = parisMinute(at);
    return {
      at: minute,
      purpose: book.purpose(purpose ?? '')?.title[lang] ?? purpose ?? '',
      recipient: book.documents.purposes.recipients[recipient ?? '']?.title[lang] ?? recipient ?? '',
      fields: [...new Set(fields.map((field) => titleOf(book, field, context)))],
      keptUntil: period === undefined ? null : endOfPeriod(minute.slice(0, 10), period),
    };
  });
};

/** Names of fields in the trail are those of columns too: `birthPrecision` belongs to the birth date. */
const titleOf = (book: PolicyBook, name: string, { lang }: ReportContext): string => {
  const field = name === 'birthPrecision' || name === 'birthCenturyKnown' ? 'birthDate' : name;
  const entity = ['person', 'case', 'professionalAct', 'aid'].find((one) => book.field(one, field) !== null);
  return fieldTitle(book, entity ?? '', field, lang);
};
