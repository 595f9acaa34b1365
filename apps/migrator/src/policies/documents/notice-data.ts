import type { Bilingual, PolicyBook, PolicyField, RetentionKind } from '#libs/minimiser';

/** What the notice takes from the policies; `notice.json` holds exactly this. */
export interface NoticeData {
  readonly controller: Bilingual;
  readonly contact: string;
  readonly dataProtectionOfficer: Bilingual;
  readonly dataProtectionContact: string;
  readonly transfers: Bilingual;
  /** Categories of which something is stored, with the fields that are. */
  readonly holds: readonly {
    readonly title: Bilingual;
    readonly special: string | false;
    readonly fields: readonly Bilingual[];
  }[];
  readonly dropped: readonly Bilingual[];
  readonly purposes: readonly { readonly title: Bilingual; readonly description: Bilingual }[];
  readonly readers: readonly { readonly title: Bilingual; readonly what: Bilingual }[];
  readonly periods: readonly RetentionKind[];
}

/** What everyone may know without asking: of persons' own data, not of the engine's books. */
export const noticeData = (book: PolicyBook): NoticeData => {
  const { purposes, fields, retention } = book.documents;
  const { controller, contact, dataProtectionOfficer, dataProtectionContact, transfers } = purposes.register;
  const stored = [...book.fields]
    .sort((one, other) => Number(other.entity === 'person') - Number(one.entity === 'person'))
    .filter(({ entity, field }) => book.keeps(entity, field) && field !== 'sourceUpdatedOn');
  const categories = [...new Set(stored.map(({ rule }) => rule.category))];
  const kinds = [...new Set([...categories.map((name) => fields.categories[name]?.retention ?? ''), 'auditTrail'])];
  const recipients = [...new Set(Object.values(purposes.purposes).flatMap((purpose) => purpose.recipients))];
  return {
    ...{ controller, contact, dataProtectionOfficer, dataProtectionContact, transfers },
    holds: categories.map((name) => ({
      title: fields.categories[name]?.title ?? { en: name, fr: name },
      special: fields.categories[name]?.special ?? false,
      fields: once(stored.filter(({ rule }) => rule.category === name)),
    })),
    dropped: once(book.fields.filter(({ rule }) => rule.import === 'drop')),
    purposes: Object.values(purposes.purposes).map(({ title, description }) => ({ title, description })),
    readers: recipients.flatMap((name) => purposes.recipients[name] ?? []),
    periods: kinds.flatMap((name) => retention.kinds[name] ?? []),
  };
};

/** What a person and its household both have (a postcode) is said once, as of the person. */
const once = (fields: readonly PolicyField[]): Bilingual[] =>
  fields
    .filter(({ field }, at) => fields.findIndex((other) => other.field === field) === at)
    .map(({ rule }) => rule.title);
