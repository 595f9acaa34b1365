import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';

/** The weights that come with the product, for a store that was never trained on. */
export const shippedModelFile = (configDir: string): string => join(configDir, 'linkage-model.json');

/**
 * The shipped model as it stands in its file, not yet checked against a plan.
 * @throws TeachingError `linkage-model.unreadable`, exit code 2
 */
export const readShippedModel = (configDir: string): object => {
  const file = shippedModelFile(configDir);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as object;
  } catch (error) {
    throw new TeachingError('linkage-model.unreadable', { file }, { exitCode: EXIT.usage, cause: error });
  }
};
