import { runCli } from '../../apps/migrator/src/cli/run.js';
import { MemoryHost } from './memory-host.js';
import type { Ending } from './spawn-cli.js';

/**
 * Runs a command line in this process, as the program does, with streams that are held in memory. Settings come from this
 * suite's own copy of the environment. @param input what it reads from standard input @param locale LC_ALL
 */
export const commandLine = async (words: readonly string[], input = '', locale = 'C'): Promise<Ending> => {
  const host = new MemoryHost({ LC_ALL: locale }, {}, input);
  const code = await runCli(words, host);
  return { code, stdout: host.stdout.text, stderr: host.stderr.text };
};
