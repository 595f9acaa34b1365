import { RECTIFIABLE_FIELDS, TeachingError } from '#libs/domain';
import type { Settings } from '#libs/runtime';
import { withEngine } from '../engine/open-engine.js';
import { linkInto } from './link-persons.js';
import { LINK_WHAT_IS_NEW, UNWATCHED } from './link-request.js';
import { LinkRulebook } from '#libs/services';
import { LinkService } from './link.service.js';

/** What became of the links: compared anew, not asked for, or left to the next link run (with the code of what stood against it). */
export type LinkedAnew = { readonly linked: boolean } | { readonly failure: string };

/**
 * Compares persons anew once a field was rectified that they are compared by, where the store has been linked before: a wrong
 * birth date must neither part nor join for another day. Whatever goes wrong here fails no rectification.
 */
export const linkAfterRectification = async (
  settings: Settings,
  field: string,
  signal: AbortSignal,
): Promise<LinkedAnew> => {
  if (!isCompared(settings, field)) return { linked: false };
  try {
    return await withEngine(settings, { queue: true, signal }, async (engine) => {
      if (!(await engine.get(LinkService).hasLinked())) return { linked: false };
      await linkInto(engine, LINK_WHAT_IS_NEW, null, UNWATCHED);
      return { linked: true };
    });
  } catch (error) {
    return { failure: error instanceof TeachingError ? error.code : 'link.stopped' };
  }
};

const isCompared = ({ configDir }: Settings, field: string): boolean => {
  const { inputs } = new LinkRulebook(configDir).rules;
  return (RECTIFIABLE_FIELDS.get(field) ?? []).some(({ column }) =>
    inputs.includes(column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())),
  );
};
