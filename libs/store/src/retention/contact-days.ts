import { HISTORY_COLUMNS, HISTORY_KINDS, type StoreRow, UNIFIED_COLUMNS } from '#libs/domain';

/** What tells an import that somebody is in contact again: `lastContact` of retention.yml. */
export interface ReturnRule {
  /** Unified dates that count as a contact. */
  readonly dates: readonly string[];
  /** Whether a contact with one member of a case counts for all of them. */
  readonly household: boolean;
}

/** The newest day of contact that a row of acts, aids or cases tells, YYYY-MM-DD; null where it tells none. */
export const newestDay = (dates: readonly string[]): ((row: StoreRow) => string | null) => {
  const counts = new Set(dates);
  return ({ entity, values, history }) => {
    let newest: string | null = null;
    const look = (columns: (typeof UNIFIED_COLUMNS)[keyof typeof UNIFIED_COLUMNS], of: StoreRow['values']): void => {
      for (const [at, { field, type }] of columns.entries()) {
        const value = of[at];
        if (type !== 'date' || typeof value !== 'string' || !counts.has(`${entity}.${field}`)) continue;
        if (newest === null || value > newest) newest = value;
      }
    };
    look(UNIFIED_COLUMNS[entity], values);
    if (history !== null) {
      for (const kind of HISTORY_KINDS) for (const one of history[kind]) look(HISTORY_COLUMNS[kind], one);
    }
    return newest;
  };
};
