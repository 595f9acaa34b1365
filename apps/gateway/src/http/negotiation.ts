import type { FastifyRequest } from 'fastify';
import type { Language } from '#libs/messages';

/** Headers are anybody's words: what is longer says nothing. */
const LONGEST = 500;

/** The words of a header of preferences, the preferred first; those of quality 0 left out. */
const preferred = (header: string | undefined): readonly string[] =>
  (header === undefined || header.length > LONGEST ? '' : header)
    .split(',')
    .map((one) => {
      const [word = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      const quality = given === undefined ? 1 : Number(given);
      return { word, quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ word, quality }) => word !== '' && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ word }) => word);

/** Whether a request asks for a media type by its name rather than for JSON, which is what everybody else gets. */
export const wants = ({ headers }: Pick<FastifyRequest, 'headers'>, type: string): boolean => {
  const named = preferred(headers.accept).find((word) => word === type || word === 'application/json');
  return named === type;
};

/** The language for people: French, unless English is preferred. */
export const languageOf = ({ headers }: Pick<FastifyRequest, 'headers'>): Language => {
  const named = preferred(headers['accept-language']).map((word) => word.split('-')[0]);
  return named.find((word) => word === 'fr' || word === 'en') === 'en' ? 'en' : 'fr';
};
