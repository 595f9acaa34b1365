import { fillText, type Language } from '#libs/messages';
import { type Client, readPlaces, type SeparationOfPerson, type Vault } from '#libs/store';
import { dayWords } from './calendar-words.js';
import { REPORT_TEXTS } from './report-texts.js';

/**
 * What a separated person's own report says of the separation, with the place that was given. Nothing of those whom they were
 * separated from; nothing in anybody else's report.
 */
export const separationWords = async (
  client: Client,
  vault: Vault,
  separations: readonly SeparationOfPerson[],
  ids: readonly string[],
  lang: Language,
): Promise<readonly string[]> => {
  const [first] = separations;
  if (first === undefined) return [];
  const [latest] = await readPlaces(client, vault, ids);
  const { address_line: street, postcode, town, site, unit } = latest?.place ?? {};
  const place = [street, [postcode, town].filter(Boolean).join(' '), site, unit].filter(Boolean).join(', ');
  return [
    fillText(REPORT_TEXTS.separated[lang], { day: dayWords(first.at.slice(0, 10), lang) }),
    ...(place === '' ? [] : [fillText(REPORT_TEXTS.givenPlace[lang], { place })]),
  ];
};
