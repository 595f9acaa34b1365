import { TeachingError } from '#libs/domain';
import { findRunningLinkRun } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import type { BalanceSheet } from '../imports/balance-sheet.js';
import { failureCode } from '../jobs/lease-worker.js';
import { linkInto } from './link-persons.js';
import { LINK_WHAT_IS_NEW, UNWATCHED } from './link-request.js';
import { LinkService } from './link.service.js';

/**
 * Links what an import has touched, once its sheet is settled, where the store has been linked before. Whatever goes wrong
 * here never fails the import: the sheet says so, and the next link run does it.
 */
export const linkAfterImport = async (
  engine: Engine,
  sheet: BalanceSheet,
  workers: number | null,
): Promise<BalanceSheet> => {
  try {
    if (sheet.status !== 'done' || !(await isDue(engine, sheet))) return sheet;
    const { decided, durationMs } = await linkInto(engine, LINK_WHAT_IS_NEW, workers, UNWATCHED);
    return { ...sheet, linked: { ...decided, durationMs } };
  } catch (error) {
    engine.logger.warn({ err: error }, 'what was imported could not be linked yet');
    return { ...sheet, linked: { failure: codeOf(error) } };
  }
};

const isDue = async (engine: Engine, { files }: BalanceSheet): Promise<boolean> => {
  if (!(await engine.get(LinkService).hasLinked())) return false;
  if (files.some(({ status }) => status === 'imported')) return true;
  // The import that these files came with may have been killed while it linked.
  return (await engine.database.session(findRunningLinkRun)) !== null;
};

const codeOf = (error: unknown): string => {
  if (error instanceof TeachingError) return error.code;
  return error instanceof Error && error.name === 'AbortError' ? 'link.stopped' : failureCode(error);
};
