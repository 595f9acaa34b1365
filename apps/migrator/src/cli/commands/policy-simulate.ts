import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type ExitCode, TeachingError } from '#libs/domain';
import type { CommandContext } from '../definition/index.js';
import { printSimulation } from './policy-simulate.view.js';

interface Context extends CommandContext<object, object> {
  readonly options: { readonly with: string };
}

/** Compares the policies in use with others, on the store. Changes nothing. */
export const simulatePolicies = async ({ options, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { readPolicies } = await import('#libs/services');
  const { simulate } = await import('../../policies/simulate/simulate.js');
  const given = await settings();
  if (!existsSync(join(options.with, 'policies', 'fields.yml'))) {
    throw new TeachingError('policy.other-config', { folder: options.with }, { exitCode: EXIT.usage });
  }
  const before = readPolicies(given.configDir);
  const after = readPolicies(options.with, given.configDir);
  const simulation = await withEngine(given, { queue: false }, ({ database }) =>
    database.session((client) => simulate(client, before, after)),
  );
  if (out.isJson) out.json(simulation);
  else printSimulation(out, lang, simulation, after.documents.purposes.recipients);
  return EXIT.done;
};
