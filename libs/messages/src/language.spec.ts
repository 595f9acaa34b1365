import { isLanguage, languageOf } from './language.js';

test.each([
  [{}, 'en'],
  [{ LANG: 'fr' }, 'fr'],
  [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
  [{ LANG: 'FR@euro' }, 'fr'],
  [{ LANG: 'fry_NL' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'fr_FR', LC_MESSAGES: 'en_GB' }, 'en'],
  [{ LANG: 'en_GB', LC_MESSAGES: '', LC_ALL: 'fr_CA' }, 'fr'],
  [{ LANG: 'fr_FR', LC_ALL: 'C' }, 'en'],
])('%j asks for %s', (environment: Record<string, string>, language) => {
  expect(languageOf(environment)).toBe(language);
});

test('only two words name a language', () => {
  expect(['en', 'fr', 'de', ''].filter(isLanguage)).toEqual(['en', 'fr']);
});
