import { join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import {
  type CodesByList,
  compileStatistics,
  type PolicyBook,
  type StatisticsDocument,
  StatisticsFault,
  type StatisticsPlan,
} from '#libs/minimiser';
import { placeInYaml, readYamlConfig } from '#libs/runtime';

/** The tables that may be published, in the configuration folder. */
export const statisticsFile = (configDir: string): string => join(configDir, 'statistics.yml');

/**
 * Reads `config/statistics.yml`.
 * @param codes the unified code lists
 * @throws ConfigError, or TeachingError `config.unreadable` or `statistics.*` with file, line and column; exit code 2
 */
export const readStatisticsPlan = (configDir: string, book: PolicyBook, codes: CodesByList): StatisticsPlan => {
  const file = statisticsFile(configDir);
  const document = readYamlConfig<StatisticsDocument>(file, join(configDir, 'schema', 'statistics.schema.json'));
  try {
    return compileStatistics(document, book, codes);
  } catch (error) {
    if (!(error instanceof StatisticsFault)) throw error;
    const place = placeInYaml(file, error.path);
    throw new TeachingError(error.key, { ...error.args, at: error.path.join('.') }, { place, exitCode: EXIT.usage });
  }
};
