import { join } from 'node:path';
import { readYamlConfig } from '#libs/runtime';

/** What the purpose "link review" allows to be seen. */
export interface ReviewPolicy {
  readonly purpose: 'link_review';
  readonly version: number;
  /** Unified fields, in the order in which they are shown; no other field is read. */
  readonly show: readonly string[];
}

/**
 * The policy of `linkage-review.yml`.
 * @param configDir the configuration folder, which holds the schema
 * @throws ConfigError, or TeachingError `config.unreadable`, with file, line and column; exit code 2
 */
export const readReviewPolicy = (configDir: string): ReviewPolicy =>
  readYamlConfig<ReviewPolicy>(
    join(configDir, 'linkage-review.yml'),
    join(configDir, 'schema', 'linkage-review.schema.json'),
  );
