import type { ByteRange, ChunkBounds, SourceAdapter, SourceRecord, Survey, SurveyOptions } from '#libs/domain';

/** Bytes as blocks of `size`. Each one is wiped when the next is asked for, as a caller that reuses its buffer would. */
export async function* blocksOf(bytes: Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    const block = Uint8Array.from(bytes.subarray(at, at + size));
    yield block;
    block.fill(0);
  }
}

export const rangeOf = (bytes: Uint8Array, chunk: Omit<ChunkBounds, 'records'>, size?: number): ByteRange => ({
  start: chunk.start,
  end: chunk.end,
  firstRecord: chunk.firstRecord,
  blocks: () => blocksOf(bytes.subarray(chunk.start, chunk.end), size),
});

/** The survey of a document that must not be refused. */
export const surveyOf = async (
  adapter: SourceAdapter,
  bytes: Uint8Array,
  options: Partial<SurveyOptions> & { readonly size?: number } = {},
): Promise<Survey> => {
  const result = await adapter.survey(blocksOf(bytes, options.size), { chunkRecords: 5000, ...options });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.survey;
};

/** All records of all chunks, in file order. */
export const recordsOf = async (
  adapter: SourceAdapter,
  bytes: Uint8Array,
  survey: Survey,
  size?: number,
): Promise<SourceRecord[]> => {
  const records: SourceRecord[] = [];
  for (const chunk of survey.chunks)
    for await (const batch of adapter.records(rangeOf(bytes, chunk, size), survey)) records.push(...batch);
  return records;
};
