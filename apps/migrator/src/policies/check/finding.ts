/** Something that no policy covers, or a policy that covers nothing. `args` fill the message of the code. */
export interface Finding {
  readonly code:
    'policy.column-uncovered' | 'policy.column-gone' | 'policy.field-uncovered' | 'policy.answer-uncovered';
  /** Names of tables, columns, fields and profiles; the file and the place in it where something is to be added or removed. */
  readonly args: Readonly<Record<string, string>>;
}

/** What was compared, and what came of it. */
export interface CheckReport {
  readonly checked: {
    readonly unifiedFields: number;
    readonly profiles: number;
    readonly exportColumns: number;
    readonly answerFields: number;
    readonly storeTables: number;
    readonly storeColumns: number;
  };
  readonly findings: readonly Finding[];
}
