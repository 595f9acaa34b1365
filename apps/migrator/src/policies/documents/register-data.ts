import type { Bilingual, PolicyBook, Precision } from '#libs/minimiser';
import { policiesFingerprint } from '#libs/services';

/** A category of data as the record of processing tells it. */
export interface RegisterCategory {
  readonly category: string;
  readonly title: Bilingual;
  readonly special: string | false;
  readonly legalBasis: string;
  readonly retention: string;
  /** Names of unified fields that are stored; empty for what only the engine needs. */
  readonly fields: readonly string[];
  /** Purpose → most that it sees of any field of the category. */
  readonly purposes: Readonly<Record<string, Precision>>;
}

/** The record of processing (GDPR, article 30); `register.json` holds exactly this. */
export type RegisterData = PolicyBook['documents']['purposes']['register'] & {
  readonly versions: PolicyBook['versions'];
  /** SHA-256 over the policies, as each run's fingerprint includes it. */
  readonly fingerprint: string;
  readonly purposes: PolicyBook['documents']['purposes']['purposes'];
  readonly legalBases: PolicyBook['documents']['purposes']['legalBases'];
  readonly recipients: PolicyBook['documents']['purposes']['recipients'];
  readonly categories: readonly RegisterCategory[];
  readonly retention: PolicyBook['documents']['retention']['kinds'];
};

export const registerData = (book: PolicyBook): RegisterData => {
  const { purposes, fields, retention } = book.documents;
  return {
    ...purposes.register,
    versions: book.versions,
    fingerprint: policiesFingerprint(book),
    purposes: purposes.purposes,
    legalBases: purposes.legalBases,
    recipients: purposes.recipients,
    categories: Object.keys(fields.categories).flatMap((category) => categoryData(book, category)),
    retention: retention.kinds,
  };
};

/** A category of which nothing is stored is no part of the processing. */
const categoryData = (book: PolicyBook, category: string): RegisterCategory[] => {
  const document = book.documents.fields.categories[category];
  if (document === undefined) return [];
  const named = book.fields.filter(({ rule }) => rule.category === category);
  const stored = named.filter(({ entity, field }) => book.keeps(entity, field));
  if (named.length > 0 && stored.length === 0) return [];
  const { title, special, legalBasis, retention } = document;
  const seen = Object.keys(book.documents.purposes.purposes).flatMap((purpose) => {
    const most = named.length === 0 ? (document.purposes[purpose] ?? 'none') : mostSeen(book, purpose, stored);
    return most === 'none' ? [] : [[purpose, most] as const];
  });
  return [
    {
      ...{ category, title, special, legalBasis, retention },
      fields: stored.map(({ entity, field }) => `${entity}.${field}`),
      purposes: Object.fromEntries(seen),
    },
  ];
};

const ORDER: readonly Precision[] = ['full', 'generalised', 'pseudonym', 'presence'];

const mostSeen = (book: PolicyBook, purpose: string, fields: PolicyBook['fields']): Precision => {
  const precisions = fields.map(({ entity, field }) => book.precision(purpose, entity, field));
  return ORDER.find((precision) => precisions.includes(precision)) ?? 'none';
};
