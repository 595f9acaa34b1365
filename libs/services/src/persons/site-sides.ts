import { join } from 'node:path';
import { readYamlConfig } from '#libs/runtime';
import { findImportNights, type Transactor } from '#libs/store';

/** How far a site has come on its way from the legacy application to the unified file. */
export const SITE_STATES = ['legacy', 'prepared', 'shadow', 'switched', 'completed', 'reversed'] as const;
export type SiteState = (typeof SITE_STATES)[number];

/** Who holds the truth about a site today. */
export type Side = 'legacy' | 'unified';

/** What an answer speaks for: a side, and the night (YYYY-MM-DD) up to which it knows; null before the first import. */
export interface SpeaksFor {
  readonly side: Side;
  readonly asOf: string | null;
}

type States = Readonly<Record<string, SiteState | undefined>>;

/** Nothing says otherwise: the exports are followed, and the legacy application is what counts. */
const UNLISTED: SiteState = 'shadow';
/** Nights change once a day and site; an answer may say an older one for so long, never a later one but after a rollback. */
const FRESH_MS = 10_000;

/** The states of `sites.yml`. @throws ConfigError, or TeachingError `config.unreadable`; exit code 2 */
export const readSiteStates = (configDir: string): States => {
  const { sites } = readYamlConfig<{ readonly sites: Readonly<Record<string, { readonly state?: SiteState }>> }>(
    join(configDir, 'sites.yml'),
    join(configDir, 'schema', 'sites.schema.json'),
  );
  return Object.fromEntries(Object.entries(sites).map(([site, { state }]) => [site, state]));
};

/** Which side answers speak for, and as of when. */
export class SiteSides {
  private nights: ReadonlyMap<string, string> = new Map();
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly database: Transactor,
    private readonly states: States,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Of several sites, the legacy side where one of them is still there, and the oldest night. */
  async of(sites: readonly string[]): Promise<SpeaksFor> {
    if (this.now() - this.readAt >= FRESH_MS) {
      this.reading ??= this.read().finally(() => {
        this.reading = undefined;
      });
      await this.reading;
    }
    const nights = sites.map((site) => this.nights.get(site) ?? null);
    return {
      side: sites.length > 0 && sites.every((site) => this.isUnified(site)) ? 'unified' : 'legacy',
      asOf: nights.includes(null) ? null : (nights.toSorted()[0] ?? null),
    };
  }

  private isUnified(site: string): boolean {
    const state = this.states[site] ?? UNLISTED;
    return state === 'switched' || state === 'completed';
  }

  private async read(): Promise<void> {
    const asked = this.now();
    this.nights = await this.database.session(findImportNights);
    this.readAt = asked;
  }
}
