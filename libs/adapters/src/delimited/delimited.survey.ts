import type { DelimitedLayout, Survey, SurveyOptions, SurveyResult } from '#libs/domain';
import { OPENING_BYTES } from '../encoding/byte-opening.js';
import { EncodingEvidence } from '../encoding/encoding.evidence.js';
import { DelimitedRefused } from './delimited.refusal.js';
import { openFile } from './file.opening.js';
import { SurveyReading } from './survey.reading.js';

/**
 * Reads a whole file once: what it is, whether it is whole, where its chunks lie.
 * @returns the refusal as a value; an error of `blocks` or of the signal is thrown as it is
 */
export async function surveyDelimited(
  layout: DelimitedLayout,
  blocks: AsyncIterable<Uint8Array>,
  options: SurveyOptions,
): Promise<SurveyResult> {
  const survey = new DelimitedSurvey(layout, options);
  try {
    for await (const block of blocks) {
      options.signal?.throwIfAborted();
      await survey.feed(block);
    }
    return { ok: true, survey: await survey.finish() };
  } catch (error) {
    if (error instanceof DelimitedRefused) return { ok: false, refusal: error.toRefusal() };
    throw error;
  } finally {
    survey.close();
  }
}

class DelimitedSurvey {
  private readonly evidence = new EncodingEvidence();
  private head: Uint8Array[] = [];
  private openAt = OPENING_BYTES;
  private size = 0;
  private reading: SurveyReading | undefined;

  constructor(
    private readonly layout: DelimitedLayout,
    private readonly options: SurveyOptions,
  ) {}

  async feed(block: Uint8Array): Promise<void> {
    this.size += block.length;
    if (this.reading?.settled !== true) this.evidence.add(block);
    if (this.reading !== undefined) return this.reading.feed(block);
    this.head.push(Uint8Array.from(block));
    if (this.size >= this.openAt) await this.open(false);
  }

  async finish(): Promise<Survey> {
    this.evidence.end();
    const reading = this.reading ?? (await this.open(true));
    if (reading === undefined) throw new RangeError('a whole file always opens');
    return reading.finish(this.size);
  }

  close(): void {
    this.reading?.close();
  }

  /** Starts the reading when the head holds the first record, or waits for twice as much. */
  private async open(final: boolean): Promise<SurveyReading | undefined> {
    const head = Buffer.concat(this.head);
    const opening = openFile(this.layout, this.evidence, head, final);
    if (opening === 'more') {
      this.head = [head];
      this.openAt = head.length * 2;
      return undefined;
    }
    this.head = [];
    this.reading = new SurveyReading(this.layout, this.options, opening, this.evidence);
    await this.reading.feed(head.subarray(opening.dataStart));
    return this.reading;
  }
}
