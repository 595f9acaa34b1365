import { z } from 'zod';

const TEXT = z.strictObject({ en: z.string(), fr: z.string() });
const POPULATION = z.enum(['persons', 'aids']);
const MONTH = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

export const TABLE_NAME = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

export const STATISTICS_QUERY = z
  .strictObject({
    month: MONTH.optional().describe('Aids: when they were asked for; persons: when figures were drawn up'),
    site: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(40)
      .optional()
      .describe('Figures of one site; all of the City without it'),
  })
  .meta({ id: 'StatisticsQuery' });

export const STATISTICS_TABLES = z
  .strictObject({
    tables: z.array(
      z.strictObject({
        table: z.string(),
        title: TEXT,
        population: POPULATION,
        dimensions: z.array(z.string()),
        by_site: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'StatisticsTables' });

export const STATISTICS_TABLE = z
  .strictObject({
    table: z.string(),
    title: TEXT,
    population: POPULATION,
    site: z.string().nullable(),
    period: MONTH.nullable().describe('The month in which the aids were asked for; null for persons'),
    as_of: z.iso.datetime(),
    repeated: z.boolean().describe('Earlier figures told again: newer ones would reveal what these hide'),
    dimensions: z.array(
      z.strictObject({ name: z.string(), list: z.string().nullable(), categories: z.array(z.string()) }),
    ),
    cells: z.array(
      z.strictObject({
        place: z
          .record(z.string(), z.string())
          .describe('Category of each dimension; one that is left out is the margin'),
        count: z.int().min(0).nullable().describe('Null where the number is hidden'),
      }),
    ),
  })
  .meta({ id: 'StatisticsTable' });

export type StatisticsQuery = z.output<typeof STATISTICS_QUERY>;
export type StatisticsTablesView = z.output<typeof STATISTICS_TABLES>;
export type StatisticsTableView = z.output<typeof STATISTICS_TABLE>;
