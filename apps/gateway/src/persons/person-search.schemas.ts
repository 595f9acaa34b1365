import { z } from 'zod';

const NAME = z.string().trim().min(1).max(150);

/** Who is looked for: one person, by identity. The last three are asked for where several agree. */
export const SEARCH = z
  .strictObject({
    name: NAME.describe('The birth name, or the name in use'),
    given_name: NAME.describe('The given name, or all of them'),
    birth_date: z.iso.date().describe('The whole birth date'),
    sex: z.enum(['man', 'woman']).nullish(),
    postcode: z
      .string()
      .regex(/^\d{5}$/)
      .nullish(),
    site: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(40)
      .nullish(),
  })
  .meta({ id: 'PersonSearch' });

export const SEARCH_RESULT = z
  .discriminatedUnion('result', [
    z.strictObject({ result: z.literal('match'), person_id: z.guid() }),
    z.strictObject({ result: z.literal('none') }),
    z.strictObject({
      result: z.literal('several'),
      ask_for: z
        .array(z.enum(['sex', 'postcode', 'site']))
        .describe('What would tell them apart; empty where nothing would'),
    }),
  ])
  .meta({ id: 'PersonSearchResult' });

export type Search = z.output<typeof SEARCH>;
export type SearchResult = z.output<typeof SEARCH_RESULT>;
