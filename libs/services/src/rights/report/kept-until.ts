import { fillText, type Language } from '#libs/messages';
import type { PolicyBook } from '#libs/minimiser';
import { type Client, findHouseholdIds, findLatestContact, type LatestContact } from '#libs/store';
import { periodWords } from '../../documents/words.js';
import { dayWords, endOfPeriod } from './calendar-words.js';
import { CONTACT_WORDS, REPORT_TEXTS } from './report-texts.js';

/** The last contacts that a person's file is kept by. */
export interface Contacts {
  /** With the person; null where no day is known. */
  readonly own: LatestContact | null;
  /** With anybody of the household, where the rules count it; for whoever keeps the file, never for the person. */
  readonly household: LatestContact | null;
}

/** @param ids all source persons of a person @param today YYYY-MM-DD */
export const findContacts = async (
  client: Client,
  { documents }: PolicyBook,
  ids: readonly string[],
  today: string,
): Promise<Contacts> => {
  const { dates, otherwise, household } = documents.retention.lastContact;
  const own =
    (await findLatestContact(client, ids, dates, today)) ?? (await findLatestContact(client, ids, otherwise, today));
  const others = household ? await findHouseholdIds(client, ids) : [];
  return { own, household: others.length === 0 ? null : await findLatestContact(client, others, dates, today) };
};

/** The day on which the period of the file is over, and the contact that it runs from; null where none is known. */
export const fileKeptUntil = (
  { documents }: PolicyBook,
  { own, household }: Contacts,
): { readonly day: string; readonly by: LatestContact } | null => {
  const by = household !== null && (own === null || household.day > own.day) ? household : own;
  const period = filePeriod(documents);
  return by === null || period === undefined ? null : { day: endOfPeriod(by.day, period), by };
};

/**
 * Until when, for the person. Counted from their own contacts alone and told with the same words whether or not others of
 * the household have later ones: a date of theirs would be about them.
 */
export const keptUntilWords = (
  { documents }: PolicyBook,
  own: LatestContact | null,
  today: string,
  lang: Language,
): string => {
  const period = filePeriod(documents);
  if (own === null || period === undefined) return REPORT_TEXTS.keptUndated[lang];
  const day = endOfPeriod(own.day, period);
  return fillText((day < today ? REPORT_TEXTS.keptPast : REPORT_TEXTS.keptUntil)[lang], {
    day: dayWords(day, lang),
    period: periodWords(period, lang),
    contact: `${CONTACT_WORDS[own.name]?.[lang] ?? own.name} (${dayWords(own.day, lang)})`,
  });
};

const filePeriod = ({ retention }: PolicyBook['documents']): string | undefined =>
  Object.values(retention.kinds).find(({ from }) => from === 'lastContact')?.period;
