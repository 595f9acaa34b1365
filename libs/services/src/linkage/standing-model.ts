import type { LinkageModel } from '#libs/linkage';
import { type Client, findActiveModel, mustLinkAll } from '#libs/store';
import { modelOfRun } from './link-models.js';
import type { LinkRules } from './link-rules.js';

/** The weights that the pairs in the store were scored with. */
export interface StandingModel {
  /** As edges name it. */
  readonly version: number;
  readonly model: LinkageModel;
}

/**
 * The weights of the stored pairs, where these were scored by today's rules; null where nothing has been linked yet, or where
 * rules or weights have changed since: levels and bits of the stored pairs would be read in another sense.
 */
export const findStandingModel = async (client: Client, rules: LinkRules): Promise<StandingModel | null> => {
  const active = await findActiveModel(client);
  if (active === null || (await mustLinkAll(client, active.version, rules.fingerprint))) return null;
  return modelOfRun(client, rules, active.version);
};
