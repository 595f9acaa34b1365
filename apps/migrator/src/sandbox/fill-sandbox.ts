import { join } from 'node:path';
import type { Settings } from '#libs/runtime';
import { makeToken, readPolicies } from '#libs/services';
import { openTokenDesk } from '../clients/open-token-desk.js';
import { withEngine } from '../engine/open-engine.js';
import { generateExports, NO_DIRT, NO_NOISE } from '../generate/generate-exports.js';
import { importInto } from '../imports/import-exports.js';
import { linkInto } from '../linkage/link-persons.js';
import { LINK_WHAT_IS_NEW, UNWATCHED } from '../linkage/link-request.js';
import type { Persona } from './persona.js';
import { placePersonas } from './place-personas.js';

const SITE = 'ssdp-06';
const SOURCES = ['coordin', '4d', 'tipi'] as const;
const NIGHT = '2026-11-20';
/** The same persons each time, so that whoever writes tests may name them. */
const EXPORTS = {
  households: 40,
  seed: 20,
  sites: [SITE],
  night: NIGHT,
  fourd: 'txt',
  dirt: NO_DIRT,
  noise: NO_NOISE,
} as const;
/** The recipient of the sandbox's token: a number with a right check digit, of nobody. */
const SIRET = '00000000000000';

/** Workers of their own would take the settings of this process, and so work on the installation. */
const IN_THIS_PROCESS = 1;

/** What a client needs to try the sandbox. */
export interface SandboxContents {
  readonly token: string;
  readonly recipient: string;
  readonly purposes: readonly string[];
  readonly personas: readonly Persona[];
}

/** Fills a sandbox as an installation is filled: exports, imports, linkage, rights, a token for every purpose of the policies. */
export const fillSandbox = async (settings: Settings, signal: AbortSignal): Promise<SandboxContents> => {
  const out = join(settings.home, 'sandbox-exports');
  return withEngine(settings, { queue: true, signal }, async (engine) => {
    await generateExports({ ...EXPORTS, out, signal });
    const watch = { surveying: () => undefined, loading: () => undefined, resuming: () => undefined };
    for (const source of SOURCES) {
      const request = { source, site: SITE, night: NIGHT, mode: 'full' as const, paths: [join(out, SITE)] };
      await importInto(engine, request, IN_THIS_PROCESS, watch, signal);
    }
    await linkInto(engine, LINK_WHAT_IS_NEW, IN_THIS_PROCESS, UNWATCHED);
    const personas = await placePersonas(engine, settings);
    const purposes = Object.keys(readPolicies(settings.configDir).documents.purposes.purposes);
    const wish = {
      client: 'sandbox',
      purposes,
      recipient: SIRET,
      sites: 'all',
      scopes: [],
      networks: [],
      expires: null,
    } as const;
    const { bearer } = await makeToken(openTokenDesk(engine, settings), wish);
    return { token: bearer, recipient: SIRET, purposes, personas };
  });
};
