import { fillText, formatInteger, type Language } from '#libs/messages';
import { type Block, heading, paragraph, table } from '../../documents/document.js';
import { colon } from '../../documents/words.js';
import { dayWords } from './calendar-words.js';
import { DOCUMENT_TEXTS as TEXTS } from './document-texts.js';
import type { ReportFact, ReportRow, ReportSource, ReportValue, SubjectReport } from './report-data.js';

export const recordBlocks = ({ records, lang }: SubjectReport): readonly Block[] => {
  const text = records.length === 1 ? TEXTS.record[lang] : TEXTS.severalRecords[lang];
  const count = fillText(text, { count: formatInteger(records.length, lang) });
  return [
    paragraph(fillText(TEXTS.recordsIntro[lang], { count })),
    ...records.flatMap((row) => rowBlocks(row, caption(TEXTS.recordCaption[lang], row.source), lang)),
  ];
};

export const caseBlocks = ({ cases, lang }: SubjectReport): readonly Block[] =>
  cases.flatMap((row) => rowBlocks(row, caption(TEXTS.caseCaption[lang], row.source), lang));

export const differenceBlocks = ({ differences, lang }: SubjectReport): readonly Block[] => [
  paragraph(TEXTS.differencesIntro[lang]),
  table(
    TEXTS.differences[lang],
    [TEXTS.field, TEXTS.value, TEXTS.from].map((title) => title[lang]),
    differences.flatMap(({ label, values }) =>
      values.map(({ text, sources }) => [label, oneLine(text), sources.join('\n')]),
    ),
  ),
];

export const rectificationBlocks = ({ rectifications, lang }: SubjectReport): readonly Block[] => [
  paragraph(TEXTS.rectifiedIntro[lang]),
  table(
    TEXTS.rectified[lang],
    [TEXTS.rectifiedNow, TEXTS.written, TEXTS.from, TEXTS.since].map((title) => title[lang]),
    rectifications.map(({ source, values, written, since, reference }) => [
      sentences(values, lang),
      written.length === 0 ? TEXTS.none[lang] : sentences(written, lang),
      caption(TEXTS.recordCaption[lang], source),
      `${dayWords(since, lang)}\n${reference}`,
    ]),
  ),
];

export const actBlocks = ({ acts, lang }: SubjectReport): readonly Block[] =>
  acts.length === 0
    ? []
    : [
        table(
          TEXTS.acts[lang],
          [TEXTS.date, TEXTS.content, TEXTS.from].map((title) => title[lang]),
          acts.map(({ source, values }) => [
            values.find(({ column }) => column === 'occurred_on')?.text ?? '–',
            sentences(
              values.filter(({ column }) => column !== 'occurred_on'),
              lang,
            ),
            sourceLine(source, lang),
          ]),
        ),
      ];

export const aidBlocks = ({ aids, lang }: SubjectReport): readonly Block[] =>
  aids.flatMap((aid) => {
    const title = caption(TEXTS.aidCaption[lang], aid.source);
    const facts = [
      ...aid.decisions.map((fact) => factRow(TEXTS.decision[lang], fact, lang)),
      ...aid.payments.map((fact) => factRow(TEXTS.payment[lang], fact, lang)),
    ];
    return [
      heading(title, 3),
      table(
        title,
        [TEXTS.field[lang], TEXTS.value[lang]],
        [...aid.values.map(({ label, text }) => [label, oneLine(text)]), ...facts],
      ),
      paragraph(asOf(aid.source, lang)),
    ];
  });

export const aidRequestBlocks = ({ aidRequests, lang }: SubjectReport): readonly Block[] =>
  aidRequests.flatMap(({ openedOn, status, recipient, values, history }) => {
    const title = fillText(TEXTS.aidRequestCaption[lang], { day: dayWords(openedOn, lang), status, recipient });
    return [
      heading(title, 3),
      table(
        title,
        [TEXTS.field[lang], TEXTS.value[lang]],
        [
          ...values.map(({ label, text }) => [label, oneLine(text)]),
          ...history.map((move) => [`${dayWords(move.day, lang)} · ${move.status}`, sentences(move.values, lang)]),
        ],
      ),
    ];
  });

const rowBlocks = ({ source, values }: ReportRow, title: string, lang: Language): readonly Block[] => [
  heading(title, 3),
  ...(values.length === 0
    ? [paragraph(TEXTS.none[lang])]
    : [
        table(
          title,
          [TEXTS.field[lang], TEXTS.value[lang]],
          values.map(({ label, text }) => [label, oneLine(text)]),
        ),
      ]),
  paragraph(asOf(source, lang)),
];

const factRow = (title: string, { values, superseded, keptUntil }: ReportFact, lang: Language): readonly string[] => [
  title,
  [
    sentences(values, lang),
    ...(superseded ? [TEXTS.superseded[lang]] : []),
    ...(keptUntil === null ? [] : [fillText(TEXTS.keptLine[lang], { day: dayWords(keptUntil, lang) })]),
  ].join('\n'),
];

/** `nature de l’acte : visite à domicile`, one value a line. */
const sentences = (values: readonly ReportValue[], lang: Language): string =>
  values.map(({ label, text }) => `${label}${colon(lang)} ${oneLine(text)}`).join('\n');

const caption = (text: string, { systemTitle, site, record }: ReportSource): string =>
  fillText(text, { system: systemTitle, site, record: record ?? '' });

const sourceLine = (source: ReportSource, lang: Language): string =>
  `${caption(TEXTS.recordCaption[lang], source)}\n${asOf(source, lang)}`;

const asOf = ({ asOf: night, heldSince, absent }: ReportSource, lang: Language): string =>
  [
    fillText(TEXTS.asOf[lang], { night: dayWords(night, lang), since: dayWords(heldSince, lang) }),
    ...(absent ? [TEXTS.absent[lang]] : []),
  ].join(' ');

/** A line break inside a value must not pass for a value of its own. */
const oneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
