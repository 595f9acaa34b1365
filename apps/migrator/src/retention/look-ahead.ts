import type { Settings } from '#libs/runtime';
import {
  findLastRetentionRun,
  findUndated,
  lookAhead,
  type MonthAhead,
  type RetentionRun,
  today,
  type UndatedRecord,
} from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { endOfPeriod } from '#libs/services';
import { readRetentionRules } from './retention-rules.js';

/** What is asked for. */
export interface AheadRequest {
  /** YYYY-MM-DD to look from; null: today. */
  readonly asOf: string | null;
  /** How many months to look ahead. */
  readonly months: number;
  readonly site: string | null;
}

/** How many persons are over in which month, by site: counts only. */
export interface Ahead {
  readonly asOf: string;
  readonly until: string;
  readonly period: string;
  readonly announce: string;
  readonly months: readonly MonthAhead[];
  readonly lastRun: Pick<RetentionRun, 'id' | 'asOf' | 'status'> | null;
}

/** Looks ahead; changes nothing. */
export const lookAheadFiles = (engine: Engine, { configDir }: Settings, request: AheadRequest): Promise<Ahead> => {
  const { file } = readRetentionRules(configDir);
  return engine.database.session(async (client) => {
    const asOf = request.asOf ?? (await today(client));
    const until = endOfPeriod(asOf, `${String(request.months)} months`);
    const months = await lookAhead(client, file, { from: asOf, until, site: request.site });
    const last = await findLastRetentionRun(client);
    return {
      ...{ asOf, until, period: file.period, announce: file.announce, months },
      lastRun: last === null ? null : { id: last.id, asOf: last.asOf, status: last.status },
    };
  });
};

/** Records of persons without a date, by address, for whoever decides about them; no name. */
export const listUndated = (
  engine: Engine,
  { configDir }: Settings,
  site: string | null,
): Promise<readonly UndatedRecord[]> => {
  const { file } = readRetentionRules(configDir);
  return engine.database.session(async (client) => {
    const day = await today(client);
    return findUndated(client, file, { from: day, until: day, site });
  });
};
