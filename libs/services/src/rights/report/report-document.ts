import { fillText } from '#libs/messages';
import { type Block, type Document, heading, list, paragraph } from '../../documents/document.js';
import { dayWords } from './calendar-words.js';
import { DOCUMENT_TEXTS as TEXTS } from './document-texts.js';
import type { SubjectReport } from './report-data.js';
import {
  aidBlocks,
  aidRequestBlocks,
  actBlocks,
  caseBlocks,
  differenceBlocks,
  recordBlocks,
  rectificationBlocks,
} from './report-held-blocks.js';
import { categoryTable, joinBlocks, readBlocks } from './report-use-blocks.js';

/** The person's own report as a document: what is held, why, until when, who read it, what the person can do. */
export const reportDocument = (report: SubjectReport): Document => {
  const { lang, controller, officer } = report;
  const section = (title: keyof typeof TEXTS, blocks: readonly Block[]): readonly Block[] => [
    heading(TEXTS[title][lang]),
    ...(blocks.length === 0 ? [paragraph(TEXTS.none[lang])] : blocks),
  ];
  return {
    lang,
    title: TEXTS.title[lang],
    blocks: [
      paragraph(fillText(TEXTS.intro[lang], { day: dayWords(report.madeOn, lang) })),
      paragraph(fillText(TEXTS.responsible[lang], { ...controller })),
      paragraph(fillText(TEXTS.ask[lang], { ...officer })),
      ...report.standing.map(paragraph),
      ...section('records', recordBlocks(report)),
      ...(report.rectifications.length === 0 ? [] : section('rectified', rectificationBlocks(report))),
      ...(report.differences.length === 0 ? [] : section('differences', differenceBlocks(report))),
      ...section('cases', caseBlocks(report)),
      ...section('acts', actBlocks(report)),
      ...section('aids', aidBlocks(report)),
      ...(report.aidRequests.length === 0 ? [] : section('aidRequests', aidRequestBlocks(report))),
      ...section('beside', [list(report.beside)]),
      ...section('until', [paragraph(report.keptUntil)]),
      ...section('why', [categoryTable(report)]),
      ...section('reads', readBlocks(report)),
      ...(report.joins.length === 0 ? [] : section('joins', joinBlocks(report))),
      ...section('leftOut', [list(report.leftOut)]),
      ...section('rights', [list(report.rights), paragraph(fillText(TEXTS.ask[lang], { ...officer }))]),
    ],
  };
};
