import { join } from 'node:path';
import { compileGoldenRules, type GoldenDocument, type GoldenRules } from '#libs/linkage';
import { readYamlConfig } from '#libs/runtime';

/**
 * The rules of precedence of `golden.yml`.
 * @param configDir the configuration folder, which holds the schema
 * @throws ConfigError, or TeachingError `config.unreadable`, with file, line and column; exit code 2
 */
export const readGoldenRules = (configDir: string): GoldenRules =>
  compileGoldenRules(
    readYamlConfig<GoldenDocument>(join(configDir, 'golden.yml'), join(configDir, 'schema', 'golden.schema.json')),
  );
