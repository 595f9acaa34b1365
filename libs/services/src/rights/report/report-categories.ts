import type { CategoryDocument, PolicyBook } from '#libs/minimiser';
import { periodFromWords, SPECIAL_WORDS } from '../../documents/words.js';
import type { ReportContext } from './report-context.js';
import type { ReportCategory } from './report-data.js';

/** What the engine keeps of a person beside the fields of the model. */
const BESIDE: readonly string[] = ['lineage', 'linkage', 'undoCopy', 'quarantine', 'auditTrail'];

/** Every category of which something is kept of a person: why, for whom, how long. */
export const reportCategories = (context: ReportContext): readonly ReportCategory[] => {
  const { book, lang } = context;
  const kept = book.fields.filter(({ entity, field }) => book.keeps(entity, field));
  const names = [...new Set([...kept.map(({ rule }) => rule.category), ...BESIDE])];
  return names.flatMap((name) => {
    const category = book.documents.fields.categories[name];
    if (category === undefined) return [];
    const fields = kept.filter(({ rule }) => rule.category === name);
    const purposes = purposesOf(book, category, fields);
    return [
      {
        category: name,
        title: category.title[lang],
        fields: [...new Set(fields.map(({ rule }) => rule.title[lang]))],
        special: category.special === false ? null : SPECIAL_WORDS[category.special][lang],
        legalBasis: book.documents.purposes.legalBases[category.legalBasis]?.text[lang] ?? '',
        purposes: purposes.map((purpose) => book.purpose(purpose)?.title[lang] ?? purpose),
        recipients: recipientsOf(context, purposes),
        ...keptWords(context, category),
      },
    ];
  });
};

/** Purposes that see anything of it, more or less precisely. */
const purposesOf = (book: PolicyBook, category: CategoryDocument, fields: PolicyBook['fields']): readonly string[] =>
  Object.keys(book.documents.purposes.purposes).filter((purpose) =>
    fields.length === 0
      ? (category.purposes[purpose] ?? 'none') !== 'none'
      : fields.some(({ entity, field }) => book.precision(purpose, entity, field) !== 'none'),
  );

const recipientsOf = ({ book, lang }: ReportContext, purposes: readonly string[]): readonly string[] => [
  ...new Set(
    purposes
      .flatMap((purpose) => book.purpose(purpose)?.recipients ?? [])
      .map((recipient) => book.documents.purposes.recipients[recipient]?.title[lang] ?? recipient),
  ),
];

const keptWords = ({ book, lang }: ReportContext, { retention }: CategoryDocument): { kept: string; rule: string } => {
  const kind = book.documents.retention.kinds[retention];
  return kind === undefined ? { kept: '', rule: '' } : { kept: periodFromWords(kind, lang), rule: kind.source[lang] };
};
