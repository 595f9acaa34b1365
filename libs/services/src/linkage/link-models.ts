import { type LinkageModel, ModelRefused, readModel } from '#libs/linkage';
import { activateModel, type Client, findActiveModel, findModel, noteModel, type StoredModel } from '#libs/store';
import type { LinkRules } from './link-rules.js';
import { readShippedModel } from './shipped-model.js';

/** Weights under the number that the store gave them. */
export interface NumberedModel {
  readonly version: number;
  readonly model: LinkageModel;
}

/**
 * The model that scores: the active one, or the shipped one, which the store then keeps, where there is none or where the
 * active one was trained for other rules. Inside the caller's transaction.
 * @throws ModelRefused where neither serves these rules
 */
export const modelInUse = async (client: Client, rules: LinkRules, configDir: string): Promise<NumberedModel> => {
  const active = await findActiveModel(client);
  if (active !== null && fits(rules, active.document)) return numbered(rules, active);
  const document = readShippedModel(configDir);
  readModel(rules.plan, document);
  return keepModel(client, rules, document);
};

/** Keeps a model and makes it the active one, inside the caller's transaction. */
export const keepModel = async (client: Client, rules: LinkRules, document: object): Promise<NumberedModel> => {
  const version = await noteModel(client, document);
  await activateModel(client, version);
  return numbered(rules, { version, document });
};

/** The model of a run. @throws Error when the store has lost it */
export const modelOfRun = async (client: Client, rules: LinkRules, version: number): Promise<NumberedModel> => {
  const stored = await findModel(client, version);
  if (stored === null) throw new Error(`link model ${version} is not in the store`);
  return numbered(rules, stored);
};

const numbered = ({ plan }: LinkRules, { version, document }: StoredModel): NumberedModel => ({
  version,
  model: readModel(plan, { ...document, version }),
});

const fits = ({ plan }: LinkRules, document: object): boolean => {
  try {
    readModel(plan, document);
    return true;
  } catch (error) {
    if (error instanceof ModelRefused && error.reason === 'other-plan') return false;
    throw error;
  }
};
