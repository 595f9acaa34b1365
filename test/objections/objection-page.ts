import type { Language, Text } from '#libs/messages';
import { type Document, heading, list, paragraph, table } from '#libs/services';
import { type Objection, testKey } from './read-objections.js';
import type { TestResult } from './test-results.js';

const TEXTS = {
  title: { en: 'Objections, and what holds against them', fr: 'Les objections, et ce qui y répond' },
  intro: {
    en: 'What went wrong in the field before, what this product does instead, and the tests that hold it, with their last result. Written by `npm run docs:objections`; every run of all tests fails where one of these does not pass.',
    fr: 'Ce qui a mal tourné sur le terrain, ce que fait ce produit à la place, et les tests qui le garantissent, avec leur dernier résultat. Écrit par `npm run docs:objections` ; toute exécution complète des tests échoue si l’un d’eux ne passe pas.',
  },
  overview: { en: 'Overview', fr: 'Vue d’ensemble' },
  wrong: { en: 'What went wrong', fr: 'Ce qui a mal tourné' },
  instead: { en: 'What is done instead', fr: 'Ce qui est fait à la place' },
  state: { en: 'State', fr: 'État' },
  held: { en: 'held', fr: 'tenu' },
  partly: { en: 'held in part', fr: 'tenu en partie' },
  notYet: { en: 'not yet', fr: 'pas encore' },
  broken: { en: 'NOT HELD: a test did not pass', fr: 'NON TENU : un test n’a pas passé' },
  missing: { en: 'Not yet: ', fr: 'Pas encore : ' },
  guide: { en: 'Guide: ', fr: 'Guide : ' },
  test: { en: 'Test', fr: 'Test' },
  result: { en: 'Last result', fr: 'Dernier résultat' },
  passed: { en: 'passed', fr: 'passé' },
  failed: { en: 'failed', fr: 'échoué' },
  notRun: { en: 'not run', fr: 'non exécuté' },
} as const satisfies Record<string, Text>;

export type Results = ReadonlyMap<string, TestResult>;

/** What stands behind an objection: all tests passed, and nothing is left to build. */
export const stateOf = ({ tests, notYet }: Objection, results: Results): 'held' | 'partly' | 'notYet' | 'broken' => {
  if (tests.some((test) => results.get(testKey(test))?.outcome !== 'passed')) return 'broken';
  if (notYet === undefined) return tests.length === 0 ? 'notYet' : 'held';
  return tests.length === 0 ? 'notYet' : 'partly';
};

/** The page for people: one table to look at, then each objection with its tests. */
export const objectionPage = (objections: readonly Objection[], results: Results, lang: Language): Document => ({
  lang,
  title: TEXTS.title[lang],
  blocks: [
    paragraph(TEXTS.intro[lang]),
    heading(TEXTS.overview[lang]),
    table(
      TEXTS.overview[lang],
      [TEXTS.wrong, TEXTS.instead, TEXTS.state].map((title) => title[lang]),
      objections.map((one) => [one.wrong[lang], one.instead[lang], TEXTS[stateOf(one, results)][lang]]),
    ),
    ...objections.flatMap((one) => [
      heading(one.wrong[lang]),
      paragraph(one.instead[lang]),
      ...(one.notYet === undefined ? [] : [paragraph(`${TEXTS.missing[lang]}${one.notYet[lang]}`)]),
      list(one.guide.map((page) => `${TEXTS.guide[lang]}${page}`)),
      ...(one.tests.length === 0
        ? []
        : [
            table(
              one.wrong[lang],
              [TEXTS.test, TEXTS.result].map((title) => title[lang]),
              one.tests.map((test) => [`${test.name}\n${test.file}`, resultWords(results.get(testKey(test)), lang)]),
            ),
          ]),
    ]),
  ],
});

const resultWords = (result: TestResult | undefined, lang: Language): string => {
  const outcome = result?.outcome;
  const word = outcome === 'passed' ? TEXTS.passed : outcome === 'failed' ? TEXTS.failed : TEXTS.notRun;
  return [word[lang], ...(result?.ranOn == null ? [] : [result.ranOn])].join(', ');
};
