import type { ColumnSpec } from '#libs/domain';
import { formatDecimal, type Language, type Text } from '#libs/messages';
import type { Bilingual, PolicyBook } from '#libs/minimiser';
import type { LabelledCodes } from '../../policies/read-policies.js';
import { YES_NO } from '../../documents/words.js';
import { dayWords } from './calendar-words.js';

/** Columns that say one part of a field: the field's own title would be too wide. */
const COLUMNS: Readonly<Record<string, Text>> = {
  birth_precision: { en: 'precision of the birth date', fr: 'précision de la date de naissance' },
  birth_century_known: { en: 'century of birth known', fr: 'siècle de naissance connu' },
  outcome: { en: 'decision', fr: 'décision' },
  decided_on: { en: 'decided on', fr: 'date de la décision' },
  paid_on: { en: 'paid on', fr: 'date du versement' },
  paid_cents: { en: 'amount paid', fr: 'montant versé' },
  mode: { en: 'mode of payment', fr: 'mode de versement' },
};
const HASHED: Text = {
  en: 'kept as a keyed fingerprint only; the value itself is not kept',
  fr: 'gardé sous forme d’empreinte à clé seulement ; la valeur elle-même n’est pas gardée',
};

/** What a column is called for people. */
export const columnLabel = (column: ColumnSpec, title: Bilingual | undefined, lang: Language): string =>
  (COLUMNS[column.column] ?? title)?.[lang] ?? column.field;

/** A value of the store in words. @param value as text; dates as YYYY-MM-DD, flags as true and false, amounts in cents */
export const valueWords = (column: ColumnSpec, value: string, codes: LabelledCodes, lang: Language): string => {
  switch (column.type) {
    case 'code':
      return codes[column.list ?? '']?.[value]?.[lang] ?? value;
    case 'date':
      return dayWords(value, lang);
    case 'cents':
      return lang === 'fr'
        ? `${formatDecimal(Number(value) / 100, 2, lang)}\u00a0€`
        : `€${formatDecimal(Number(value) / 100, 2, lang)}`;
    case 'boolean':
      return value === 'true' || value === 'false' ? YES_NO[value][lang] : value;
    case 'key':
      return HASHED[lang];
    case 'integer':
    case 'text':
      return value;
  }
};

/** The title that the policies give to a field. */
export const fieldTitle = (book: PolicyBook, entity: string, field: string, lang: Language): string =>
  book.field(entity, field)?.title[lang] ?? field;
