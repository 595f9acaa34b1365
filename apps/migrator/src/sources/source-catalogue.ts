import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import {
  type CodeLists,
  type CompiledProfile,
  compileProfile,
  type OverlayDocument,
  type ProfileDocument,
  ProfileFault,
} from '#libs/mappers';
import {
  type CompiledPolicy,
  compilePolicy,
  Minimiser,
  type MinimiserTable,
  type PolicyDocument,
  PolicyFault,
} from '#libs/minimiser';
import { placeInYaml, readYamlConfig } from '#libs/runtime';

/** A source as one site's exports are read: everything compiled, nothing left to look up. */
export interface SourceContext {
  readonly profile: CompiledProfile;
  readonly site: string;
  /** The site as file names write it, upper case (`SSDP19`). */
  readonly siteInFileNames: string;
  readonly policyVersion: number;
  /** SHA-256 over profile, overlay, policy and code lists: two runs with one fingerprint map alike. */
  readonly fingerprint: string;
  minimiser(key: Uint8Array): Minimiser;
}

interface SitesDocument {
  readonly sites: Readonly<Record<string, { readonly fileName?: string }>>;
}

export const SITE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The configuration folder, read and validated once at start: profiles, overlays, the policy, code lists, sites. */
export class SourceCatalogue {
  private readonly policyDocument: PolicyDocument;
  private readonly policy: CompiledPolicy;
  private readonly lists: CodeLists;
  private readonly sites: SitesDocument;
  private readonly profiles: ReadonlyMap<string, ProfileDocument>;

  /** @throws ConfigError or TeachingError (`profile.invalid`, `policy.invalid`) with the place in the file; exit code 2 */
  constructor(private readonly configDir: string) {
    this.lists = this.read<{ lists: CodeLists }>('codes/lists.yml', 'codes').lists;
    this.sites = this.read<SitesDocument>('sites.yml', 'sites');
    this.policyDocument = this.read<PolicyDocument>('policies/import.yml', 'policy');
    this.policy = this.teach('policies/import.yml', () => compilePolicy(this.policyDocument));
    const names = readdirSync(join(configDir, 'sources')).filter((name) => name.endsWith('.yml'));
    this.profiles = new Map(
      names.map((name) => {
        const document = this.read<ProfileDocument>(join('sources', name), 'source');
        return [document.profile, document];
      }),
    );
  }

  get names(): readonly string[] {
    return [...this.profiles.keys()].sort();
  }

  /** @throws TeachingError `source.unknown`, `site.malformed`, `profile.invalid`; exit code 2 */
  source(name: string, site: string): SourceContext {
    const document = this.profiles.get(name);
    if (document === undefined) {
      throw new TeachingError(
        'source.unknown',
        { source: name, known: this.names.join(', ') },
        { exitCode: EXIT.usage },
      );
    }
    if (!SITE_ID.test(site)) throw new TeachingError('site.malformed', { site }, { exitCode: EXIT.usage });
    const overlay = this.overlay(name, site);
    const { policy, lists } = this;
    const profile = this.teach(`sources/${name}.yml`, () =>
      compileProfile(document, { overlay, lists, keeps: (entity, field) => policy.keeps(entity, field) }),
    );
    return {
      profile,
      site,
      siteInFileNames: (this.sites.sites[site]?.fileName ?? site.replaceAll('-', '')).toUpperCase(),
      policyVersion: policy.version,
      fingerprint: sha256(JSON.stringify([document, overlay, this.policyDocument, lists])),
      minimiser: (key) => new Minimiser({ key, system: name, site, policy, tables: minimiserTables(profile) }),
    };
  }

  private overlay(name: string, site: string): OverlayDocument | null {
    const file = join('sources', 'overlays', `${name}.${site}.yml`);
    return existsSync(join(this.configDir, file)) ? this.read<OverlayDocument>(file, 'overlay') : null;
  }

  private read<T>(file: string, schema: string): T {
    return readYamlConfig<T>(join(this.configDir, file), join(this.configDir, 'schema', `${schema}.schema.json`));
  }

  /** A document that makes no sense is the user's to mend: say where. */
  private teach<T>(file: string, compile: () => T): T {
    try {
      return compile();
    } catch (error) {
      if (!(error instanceof ProfileFault) && !(error instanceof PolicyFault)) throw error;
      throw new TeachingError(
        error.key,
        { ...error.args, at: error.path.join('.') },
        { place: placeInYaml(join(this.configDir, file), error.path), exitCode: EXIT.usage },
      );
    }
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const minimiserTables = (profile: CompiledProfile): MinimiserTable[] =>
  [...profile.tables.values()].map((plan) => ({
    table: plan.table,
    entity: plan.entity,
    personTable: plan.person?.table ?? null,
    personField: plan.person === null ? null : plan.person.via === 'column' ? plan.person.name : plan.person.table,
    caseTable: plan.case?.table ?? null,
  }));
