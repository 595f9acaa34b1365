import { languageOf, wants } from './negotiation.js';

test.each([
  [undefined, false],
  ['*/*', false],
  ['text/html', true],
  ['text/html;q=0.5, application/json', false],
  ['application/json;q=0.1, text/html;q=0.9', true],
  ['text/html;q=0', false],
  ['text/html;q=nonsense', false],
  [`text/html,${'x'.repeat(600)}`, false],
])('Accept %j asks for a page: %s', (accept, expected) => {
  expect(wants({ headers: accept === undefined ? {} : { accept } }, 'text/html')).toBe(expected);
});

test.each([
  [undefined, 'fr'],
  ['en', 'en'],
  ['en-GB, fr;q=0.8', 'en'],
  ['de, fr;q=0.8, en;q=0.9', 'en'],
  ['nl', 'fr'],
])('Accept-Language %j is answered in %s', (language, expected) => {
  expect(languageOf({ headers: language === undefined ? {} : { 'accept-language': language } })).toBe(expected);
});
