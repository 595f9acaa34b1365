import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import { type LinkageDocument, type LinkageModel, type LinkagePlan, readModel } from '#libs/linkage';
import { placeInYaml, readYamlConfig } from '#libs/runtime';
import { readLinkagePlan } from '#libs/services';

/** How a bench links: a linkage of the usual form, and what only a bench has to be told. */
export interface BenchConfig {
  readonly plan: LinkagePlan;
  /** Column that names a record. */
  readonly id: string;
  /** All columns that are read, the id among them. */
  readonly columns: readonly string[];
  /** null: weights are learnt from the files themselves. */
  readonly model: LinkageModel | null;
}

type BenchDocument = LinkageDocument & { readonly id?: string; readonly model?: string };

/**
 * Reads the configuration of a bench.
 * @throws ConfigError, TeachingError `linkage.*`, `link-bench.id-needed`, `link-bench.unreadable`, or ModelRefused
 */
export const readBenchConfig = (configDir: string, file: string): BenchConfig => {
  const path = resolve(file);
  const plan = readLinkagePlan(configDir, path);
  const { id, model } = readYamlConfig<BenchDocument>(path, join(configDir, 'schema', 'linkage.schema.json'));
  if (id === undefined) {
    throw new TeachingError('link-bench.id-needed', { file }, { place: placeInYaml(path, []), exitCode: EXIT.usage });
  }
  const columns = [...new Set([id, ...plan.fields.flatMap(columnsOf), ...householdOf(plan)])];
  return { plan, id, columns, model: model === undefined ? null : readModelFile(plan, resolve(dirname(path), model)) };
};

const columnsOf = (field: LinkagePlan['fields'][number]): readonly string[] =>
  field.kind === 'date' ? [field.from, field.precision ?? [], field.centuryKnown ?? []].flat() : field.from;

const householdOf = ({ household }: LinkagePlan): readonly string[] =>
  household === undefined ? [] : [household.from];

function readModelFile(plan: LinkagePlan, file: string): LinkageModel {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'JSON';
    throw new TeachingError('link-bench.unreadable', { file, reason }, { exitCode: EXIT.usage, cause });
  }
  return readModel(plan, document);
}
