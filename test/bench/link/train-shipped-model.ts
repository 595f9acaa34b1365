import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { countTraining, type FieldModel, type LinkageModel, type LinkagePlan, readModel, train } from '#libs/linkage';
import type { LabelledPersons } from '../../support/labelled-persons.js';
import type { World } from './generated-persons.js';

/** What the shipped model is trained on. Nothing is measured on this world. */
export const TRAINING_WORLD: World = { seed: 1, households: 12_000, errors: 1 };

/**
 * In generated exports nobody ever moves house, and a model would hold a new address for proof of another person. The
 * shipped one takes it that one pair of records in eight has another address, until a training on a store knows better.
 */
const MOVED = 0.1;
const PARTLY_MOVED = 0.025;

/** Trains without ever looking at the truth, and writes the model into the configuration. */
export const trainShippedModel = async (
  configDir: string,
  plan: LinkagePlan,
  { records }: LabelledPersons,
): Promise<LinkageModel> => {
  const trained = withMoves(plan, train(plan, 1, countTraining(plan, records)));
  const file = join(configDir, 'linkage-model.json');
  const written = await format(JSON.stringify(rounded(trained)), { ...(await resolveConfig(file)), parser: 'json' });
  const model = readModel(plan, JSON.parse(written));
  await writeFile(file, written);
  return model;
};

/** People keep their names and their birth date; texts hold an address. */
const withMoves = (plan: LinkagePlan, model: LinkageModel): LinkageModel => {
  const texts = plan.fields.filter(({ kind }) => kind === 'text').map(({ name }) => name);
  const fields = Object.entries(model.fields).map(([name, field]) => [
    name,
    texts.includes(name) ? moved(field) : field,
  ]);
  return { ...model, fields: Object.fromEntries(fields) as LinkageModel['fields'] };
};

const moved = ({ m, u }: FieldModel): FieldModel => {
  const [exact = 0, close = 0, partial = 0, different = 0] = m;
  const stayed = (1 - MOVED - PARTLY_MOVED) / (exact + close);
  return {
    m: [exact * stayed, close * stayed, Math.max(partial, PARTLY_MOVED), Math.max(different, MOVED)],
    u,
  };
};

/** Digits enough for any weight; the order of two levels that weigh the same must survive. */
const rounded = (model: LinkageModel): LinkageModel => {
  const digits =
    (count: number) =>
    (share: number): number =>
      Number(share.toPrecision(count));
  const fields = Object.entries(model.fields).map(([name, { m, u }]) => [
    name,
    { m: m.map(digits(10)), u: u.map(digits(10)) },
  ]);
  const frequencies = Object.entries(model.frequencies).map(([name, shares]) => [
    name,
    Object.fromEntries(Object.entries(shares).map(([part, share]) => [part, digits(4)(share)])),
  ]);
  return {
    ...model,
    fields: Object.fromEntries(fields) as LinkageModel['fields'],
    frequencies: Object.fromEntries(frequencies) as LinkageModel['frequencies'],
  };
};
