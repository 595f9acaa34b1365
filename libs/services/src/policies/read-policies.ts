import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import {
  compileImportPolicy,
  compilePolicies,
  type FieldsDocument,
  type ImportPolicy,
  type PolicyBook,
  type PolicyDocuments,
  PolicyFault,
  type PolicyName,
  type PurposesDocument,
  type RetentionDocument,
  type SensitiveCodes,
  type StoreDocument,
} from '#libs/minimiser';
import { placeInYaml, readYamlConfig } from '#libs/runtime';

/** The unified code lists as `codes/lists.yml` holds them: list → code → label. */
export type LabelledCodes = Readonly<
  Record<string, Readonly<Record<string, { readonly en: string; readonly fr: string; readonly sensitive?: boolean }>>>
>;

/**
 * Reads and compiles the policies of a configuration folder.
 * @param configDir holds `policies/` and, where sensitive codes are its own, `codes/`
 * @param installed the configuration folder with the schemas; the same one unless another version is only compared
 * @throws ConfigError or TeachingError (`policy.*`, `config.unreadable`) with file, line and column; exit code 2
 */
export const readPolicies = (configDir: string, installed: string = configDir): PolicyBook => {
  const read = <T>(name: PolicyName): T => readPolicy<T>(configDir, installed, name);
  const documents: PolicyDocuments = {
    fields: read<FieldsDocument>('fields'),
    purposes: read<PurposesDocument>('purposes'),
    retention: read<RetentionDocument>('retention'),
    store: read<StoreDocument>('store'),
  };
  const codesOf = existsSync(join(configDir, 'codes', 'lists.yml')) ? configDir : installed;
  return teach(configDir, () => compilePolicies(documents, sensitiveCodes(readCodeLists(codesOf, installed))));
};

/** An import obeys `fields.yml` alone, and need not wait for the other policies. @throws like `readPolicies` */
export const readImportPolicy = (configDir: string): ImportPolicy => {
  const fields = readPolicy<FieldsDocument>(configDir, configDir, 'fields');
  return teach(configDir, () => compileImportPolicy(fields));
};

/** A document that makes no sense is the user's to mend: say where. */
const teach = <T>(configDir: string, compile: () => T): T => {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof PolicyFault)) throw error;
    const place = placeInYaml(policyFile(configDir, error.document), error.path);
    throw new TeachingError(error.key, { ...error.args, at: error.path.join('.') }, { place, exitCode: EXIT.usage });
  }
};

/** Where a policy lies. */
export const policyFile = (configDir: string, name: PolicyName): string => join(configDir, 'policies', `${name}.yml`);

/** The unified code lists with their labels. */
export const readCodeLists = (configDir: string, installed: string = configDir): LabelledCodes =>
  readYamlConfig<{ lists: LabelledCodes }>(
    join(configDir, 'codes', 'lists.yml'),
    join(installed, 'schema', 'codes.schema.json'),
  ).lists;

/** SHA-256 over all policies: two runs with one fingerprint obeyed the same ones, whatever their versions say. */
export const policiesFingerprint = ({ documents }: PolicyBook): string =>
  createHash('sha256').update(JSON.stringify(documents)).digest('hex');

const readPolicy = <T>(configDir: string, installed: string, name: PolicyName): T =>
  readYamlConfig<T>(policyFile(configDir, name), join(installed, 'schema', `policy-${name}.schema.json`));

const sensitiveCodes = (lists: LabelledCodes): SensitiveCodes =>
  Object.fromEntries(
    Object.entries(lists).map(([list, codes]) => [
      list,
      Object.entries(codes).flatMap(([code, { sensitive }]) => (sensitive === true ? [code] : [])),
    ]),
  );
