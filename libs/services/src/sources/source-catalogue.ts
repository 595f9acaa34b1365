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
import { Minimiser, type MinimiserTable, type ImportPolicy, type RetentionDocument } from '#libs/minimiser';
import { placeInYaml, readYamlConfig } from '#libs/runtime';
import type { ReturnRule } from '#libs/store';
import { readImportPolicy } from '../policies/read-policies.js';

/** A source as one site's exports are read: everything compiled, nothing left to look up. */
export interface SourceContext {
  readonly profile: CompiledProfile;
  readonly site: string;
  /** The site as file names write it, upper case (`SSDP19`). */
  readonly siteInFileNames: string;
  readonly policyVersion: number;
  /** SHA-256 over profile, overlay, import policy and code lists: two runs with one fingerprint map alike. */
  readonly fingerprint: string;
  minimiser(key: Uint8Array): Minimiser;
  /** What brings a person back whose file had expired; it changes no row, so it is no part of the fingerprint. */
  returns(): ReturnRule;
}

interface SitesDocument {
  readonly sites: Readonly<Record<string, { readonly fileName?: string }>>;
}

export const SITE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What every source shares: the import policy, the unified code lists, the sites. */
interface SharedConfiguration {
  readonly policy: ImportPolicy;
  readonly lists: CodeLists;
  readonly sites: SitesDocument;
}

/**
 * The configuration folder: profiles, overlays, the policies, code lists, sites. Each file is read and validated once, before a
 * command does anything with it; commands that need none of it do not pay for it.
 */
export class SourceCatalogue {
  private known: SharedConfiguration | undefined;
  private readonly profiles = new Map<string, ProfileDocument>();
  /** Profiles by the name of their file, which is theirs. */
  readonly names: readonly string[];

  constructor(private readonly configDir: string) {
    this.names = readdirSync(join(configDir, 'sources'))
      .filter((file) => file.endsWith('.yml'))
      .map((file) => file.slice(0, -'.yml'.length))
      .sort();
  }

  /** @throws TeachingError `source.unknown`, `site.malformed`, `profile.invalid`; exit code 2 */
  source(name: string, site: string): SourceContext {
    if (!this.names.includes(name)) {
      throw new TeachingError(
        'source.unknown',
        { source: name, known: this.names.join(', ') },
        { exitCode: EXIT.usage },
      );
    }
    if (!SITE_ID.test(site)) throw new TeachingError('site.malformed', { site }, { exitCode: EXIT.usage });
    const document = this.profile(name);
    const overlay = this.overlay(name, site);
    const { policy, lists, sites } = this.shared();
    const profile = this.teach(`sources/${name}.yml`, () =>
      compileProfile(document, { overlay, lists, keeps: (entity, field) => policy.keeps(entity, field) }),
    );
    return {
      profile,
      site,
      siteInFileNames: (sites.sites[site]?.fileName ?? site.replaceAll('-', '')).toUpperCase(),
      policyVersion: policy.version,
      fingerprint: sha256(JSON.stringify([document, overlay, policy.actions, lists])),
      minimiser: (key) => new Minimiser({ key, system: name, site, policy, tables: minimiserTables(profile) }),
      returns: () => this.read<RetentionDocument>('policies/retention.yml', 'policy-retention').lastContact,
    };
  }

  /** Every profile as its file holds it, in the order of their names: for documents about what is read from where. */
  documents(): readonly ProfileDocument[] {
    return this.names.map((name) => this.profile(name));
  }

  private shared(): SharedConfiguration {
    if (this.known !== undefined) return this.known;
    this.known = {
      policy: readImportPolicy(this.configDir),
      lists: this.read<{ lists: CodeLists }>('codes/lists.yml', 'codes').lists,
      sites: this.read<SitesDocument>('sites.yml', 'sites'),
    };
    return this.known;
  }

  private profile(name: string): ProfileDocument {
    const known = this.profiles.get(name);
    if (known !== undefined) return known;
    const document = this.read<ProfileDocument>(join('sources', `${name}.yml`), 'source');
    if (document.profile !== name) {
      const place = { file: join(this.configDir, 'sources', `${name}.yml`) };
      throw new TeachingError(
        'profile.other-name',
        { name, profile: document.profile },
        { place, exitCode: EXIT.usage },
      );
    }
    this.profiles.set(name, document);
    return document;
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
      if (!(error instanceof ProfileFault)) throw error;
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
