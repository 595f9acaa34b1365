import { fillText } from '#libs/messages';
import { type Block, paragraph, table } from '../../documents/document.js';
import { colon } from '../../documents/words.js';
import { dayWords } from './calendar-words.js';
import { DOCUMENT_TEXTS as TEXTS } from './document-texts.js';
import { groupRows } from './group-rows.js';
import type { ReportCategory, ReportJoin, SubjectReport } from './report-data.js';

export const categoryTable = ({ categories, lang }: SubjectReport): Block =>
  table(
    TEXTS.why[lang],
    [TEXTS.category, TEXTS.basis, TEXTS.purpose, TEXTS.recipient, TEXTS.kept].map((title) => title[lang]),
    [...groupRows(categories, treatmentOf).values()].flatMap((alike) => {
      const [one] = alike;
      if (one === undefined) return [];
      return [
        [
          alike.map((category) => categoryWords(category, lang)).join('\n'),
          one.legalBasis,
          one.purposes.join('\n') || TEXTS.nobody[lang],
          one.recipients.join('\n') || TEXTS.nobody[lang],
          `${one.kept}\n${one.rule}`,
        ],
      ];
    }),
  );

/** Categories that are treated alike are told together: a page, not a book. */
const treatmentOf = ({ legalBasis, purposes, recipients, kept }: ReportCategory): string =>
  JSON.stringify([legalBasis, purposes, recipients, kept]);

const categoryWords = ({ title, fields, special }: ReportCategory, lang: SubjectReport['lang']): string =>
  [
    fields.length === 0 || (fields.length === 1 && fields[0]?.toLowerCase() === title.toLowerCase())
      ? title
      : `${title}${colon(lang)} ${fields.join(', ')}`,
    ...(special === null ? [] : [`(${TEXTS.special[lang]}${colon(lang)} ${special})`]),
  ].join(' ');

export const readBlocks = ({ reads, lang }: SubjectReport): readonly Block[] => [
  paragraph(TEXTS.readsIntro[lang]),
  table(
    TEXTS.reads[lang],
    [TEXTS.date, TEXTS.purpose, TEXTS.recipient, TEXTS.read].map((title) => title[lang]),
    reads.map(({ at, purpose, recipient, fields }) => [
      `${dayWords(at, lang)}, ${at.slice(11)}`,
      purpose,
      recipient,
      fields.join(', '),
    ]),
  ),
];

export const joinBlocks = ({ joins, lang }: SubjectReport): readonly Block[] => [
  paragraph(TEXTS.joinsIntro[lang]),
  table(
    TEXTS.joins[lang],
    [TEXTS.first, TEXTS.second, TEXTS.grounds].map((title) => title[lang]),
    joins.map((join) => [join.left, join.right, groundWords(join, lang)]),
  ),
];

const groundWords = ({ grounds, decidedOn }: ReportJoin, lang: SubjectReport['lang']): string =>
  decidedOn === null
    ? [TEXTS.byRules[lang], ...grounds].join('\n')
    : fillText(TEXTS.byPerson[lang], { day: dayWords(decidedOn, lang) });
