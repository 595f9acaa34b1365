interface Title {
  readonly en: string;
  readonly fr: string;
}

/** Whom or what a table counts. Persons: as they stand. Aids: those that were asked for in one month. */
export type Population = 'persons' | 'aids';

/** A table that may be published, as `config/statistics.yml` says it. */
export interface TableDocument {
  readonly title: Title;
  readonly population: Population;
  /** Unified fields, `person.housingType`: one or two. */
  readonly dimensions: readonly string[];
  /** Whether it is also drawn up for each site. */
  readonly bySite: boolean;
}

/** `config/statistics.yml`. Its schema is config/schema/statistics.schema.json. */
export interface StatisticsDocument {
  readonly statistics: 'tables';
  readonly version: number;
  readonly minimum: number;
  readonly reserve: number;
  readonly tables: Readonly<Record<string, TableDocument>>;
}

/** A table that cannot be published. Names fields and tables, never a value. */
export class StatisticsFault extends Error {
  override readonly name = 'StatisticsFault';

  /** @param path keys from the top of the document down; @param key an entry of the message catalogue, filled with `args` */
  constructor(
    readonly path: readonly string[],
    readonly key: string,
    readonly args: Readonly<Record<string, string>>,
  ) {
    super(`${key} at ${path.join('.')}`);
  }
}
