import { join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import { compilePlan, type LinkageDocument, LinkageFault, type LinkagePlan } from '#libs/linkage';
import { placeInYaml, readYamlConfig } from '#libs/runtime';

/** How persons of the store are linked, in the configuration folder. */
export const linkageFile = (configDir: string): string => join(configDir, 'linkage.yml');

/**
 * Reads a linkage: `config/linkage.yml`, or any file of the same form.
 * @param configDir the configuration folder, which holds the schema
 * @throws ConfigError, or TeachingError `config.unreadable` or `linkage.*` with file, line and column; exit code 2
 */
export function readLinkagePlan(configDir: string, file: string = linkageFile(configDir)): LinkagePlan {
  const document = readYamlConfig<LinkageDocument>(file, join(configDir, 'schema', 'linkage.schema.json'));
  try {
    return compilePlan(document);
  } catch (error) {
    if (!(error instanceof LinkageFault)) throw error;
    throw new TeachingError(
      error.key,
      { ...error.args, at: error.path.join('.') },
      { place: placeInYaml(file, error.path), exitCode: EXIT.usage },
    );
  }
}
