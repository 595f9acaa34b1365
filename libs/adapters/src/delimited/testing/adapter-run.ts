import type { DelimitedLayout, SourceRecord, Survey, SurveyOptions } from '#libs/domain';
import { createDelimitedAdapter } from '../delimited.adapter.js';
import { cut, reused } from './blocks.js';

/** A layout of COORDIN's shape over columns A, B and C, changed as a test says. */
export const layoutWith = (changes: {
  readonly dialect?: Partial<DelimitedLayout['dialect']>;
  readonly layout?: Partial<Omit<DelimitedLayout, 'dialect'>>;
}): DelimitedLayout => ({
  table: 'T',
  encodings: ['windows-1252'],
  wanted: ['A', 'B', 'C'],
  watched: ['A'],
  ...changes.layout,
  dialect: {
    delimiter: ';',
    quote: '"',
    recordEnd: 'crlf',
    header: true,
    finalRecordEnd: 'required',
    ...changes.dialect,
  },
});

export interface SurveyRun {
  readonly result: Awaited<ReturnType<ReturnType<typeof createDelimitedAdapter>['survey']>>;
  readonly watched: readonly SourceRecord[];
}

/** Surveys bytes cut into blocks of the given lengths, in one reused buffer. */
export async function surveyRun(
  layout: DelimitedLayout,
  bytes: Uint8Array,
  { lengths = [], ...options }: Partial<SurveyOptions> & { readonly lengths?: readonly number[] } = {},
): Promise<SurveyRun> {
  const watched: SourceRecord[] = [];
  const blocks = reused(cut(bytes, lengths));
  const onRecord = (record: SourceRecord): void => void watched.push(record);
  const result = await createDelimitedAdapter(layout).survey(blocks, { chunkRecords: 2, onRecord, ...options });
  return { result, watched };
}

/** The survey of a file that must be accepted. */
export async function accepted(
  layout: DelimitedLayout,
  bytes: Uint8Array,
  lengths: readonly number[] = [],
): Promise<Survey> {
  const { result } = await surveyRun(layout, bytes, { lengths });
  if (!result.ok) throw new Error(`refused: ${result.refusal.reason} ${result.refusal.detail.key}`);
  return result.survey;
}

/** Reads one stretch of a file; what the survey said goes through JSON, as it does on its way through the database. */
export async function readStretch(
  layout: DelimitedLayout,
  bytes: Uint8Array,
  survey: Survey,
  stretch: { readonly start: number; readonly end: number; readonly first: number },
  lengths: readonly number[] = [],
): Promise<SourceRecord[]> {
  const { start, end, first } = stretch;
  const range = {
    start,
    end,
    firstRecord: { [layout.table]: first },
    blocks: () => reused(cut(bytes.subarray(start, end), lengths)),
  };
  const stored = JSON.parse(JSON.stringify({ encoding: survey.encoding, traits: survey.traits })) as Survey;
  const records: SourceRecord[] = [];
  for await (const batch of createDelimitedAdapter(layout).records(range, stored)) records.push(...batch);
  return records;
}

/** Surveys a file and reads all its chunks one after the other. */
export async function readFile(
  layout: DelimitedLayout,
  bytes: Uint8Array,
  lengths: readonly number[] = [],
): Promise<SourceRecord[]> {
  const survey = await accepted(layout, bytes, lengths);
  const records: SourceRecord[] = [];
  for (const { start, end, firstRecord } of survey.chunks)
    records.push(
      ...(await readStretch(layout, bytes, survey, { start, end, first: firstRecord[layout.table] ?? 0 }, lengths)),
    );
  return records;
}
