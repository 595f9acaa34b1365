import type { ByteRange, DelimitedLayout, SourceAdapter, SourceRecord, Survey } from '#libs/domain';
import { checkLayout } from './dialect.structure.js';
import { readDelimited } from './delimited.records.js';
import { surveyDelimited } from './delimited.survey.js';

/**
 * The adapter for delimited text: COORDIN, 4D text, any CSV; one table a file.
 *
 * `records()` gives batches of at most 1,000 records whose `fields` follow `layout.wanted`, with `undefined` for a value
 * that the record does not have or that could not be read.
 * @throws TeachingError `delimited.dialect.*`, `delimited.layout.*` where the layout itself makes no sense; from
 *   `records()` `delimited.traits` and the keys of refusals, where the file is no longer what the survey saw
 */
export function createDelimitedAdapter(layout: DelimitedLayout): SourceAdapter {
  checkLayout(layout);
  return {
    survey: (blocks, options) => surveyDelimited(layout, blocks, options),
    records: (
      range: ByteRange,
      survey: Pick<Survey, 'encoding' | 'traits'>,
      signal,
    ): AsyncIterable<readonly SourceRecord[]> => readDelimited(layout, range, survey, signal),
  };
}
