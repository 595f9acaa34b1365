import type { Place } from '#libs/domain';
import { printable, type Language, type Text } from '#libs/messages';
import type { ToldError } from './describe-error.js';

const WHY: Text = { en: 'Why: ', fr: 'Pourquoi : ' };
const NEXT: Text = { en: 'Next: ', fr: 'Ensuite : ' };
const NEAREST: Record<Language, (word: string) => string> = {
  en: (word) => `Did you mean "${word}"?`,
  fr: (word) => `Vouliez-vous dire « ${word} » ?`,
};
const CODE: Text = { en: 'Code: ', fr: 'Code : ' };

/** The error for people: what, where, why, what next, and the code that `passerelle explain` knows. */
export function errorText(error: ToldError, lang: Language): string {
  const { code, teaching, place, detail, nearest, findings } = error;
  return [
    `passerelle: ${teaching.what}`,
    ...(detail === undefined ? [] : [`  ${detail.message} (${detail.code})`]),
    ...(place === undefined || findings.length > 0 ? [] : [`  ${placeText(place)}`]),
    ...findings.map((finding) => `  ${placeText(finding.place)}  ${finding.path}  ${finding.message}`),
    ...(nearest === undefined ? [] : [NEAREST[lang](nearest)]),
    WHY[lang] + teaching.why,
    NEXT[lang] + teaching.next,
    CODE[lang] + code,
    '',
  ].join('\n');
}

/** The error for programs: `{"error":{"code","message","why","next","detail"?,"place"?,"nearest"?,"findings"?}}`. */
export function errorDocument(error: ToldError): unknown {
  const { code, teaching, place, detail, nearest, findings } = error;
  return {
    error: {
      code,
      message: teaching.what,
      why: teaching.why,
      next: teaching.next,
      ...(detail === undefined ? {} : { detail }),
      ...(place === undefined ? {} : { place }),
      ...(nearest === undefined ? {} : { nearest }),
      ...(findings.length === 0 ? {} : { findings }),
    },
  };
}

/** `file:line:column`, as editors and terminals open it. */
const placeText = ({ file, line, column }: Place): string =>
  [printable(file), line, column].filter((part) => part !== undefined).join(':');
