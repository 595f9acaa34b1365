import { join } from 'node:path';
import type { Settings } from '#libs/runtime';
import { withEngine } from '../engine/open-engine.js';
import { generateExports } from '../generate/generate-exports.js';
import type { BalanceSheet } from '../imports/balance-sheet.js';
import { importInto } from '../imports/import-exports.js';
import type { ImportObserver } from '../imports/import-request.js';
import { linkInto } from '../linkage/link-persons.js';
import type { LinkReport } from '../linkage/link-report.js';
import { LINK_WHAT_IS_NEW, type LinkObserver } from '../linkage/link-request.js';

const SITES = ['ssdp-06', 'ssdp-19', 'psa-03'] as const;
const SOURCES = ['coordin', '4d', 'tipi'] as const;
const NIGHT = '2026-11-20';
const HOUSEHOLDS = 240;
const SEED = 20;

/** What the demo tells while it goes. */
export interface DemoObserver extends ImportObserver {
  readonly generating: (households: number, of: number) => void;
  readonly imported: (sheet: BalanceSheet) => void;
  readonly linking: LinkObserver;
}

/** What the demo came to. */
export interface DemoOutcome {
  readonly sheets: readonly BalanceSheet[];
  readonly linked: LinkReport;
}

/**
 * Writes exports of three sites into the home (the same ones each time), imports them all, as a rollout would, and recognises
 * who is one person: the first time they land, the next time they are imported already and nothing changes.
 */
export const runDemo = async (
  settings: Settings,
  observer: DemoObserver,
  signal: AbortSignal,
): Promise<DemoOutcome> => {
  const out = join(settings.home, 'demo-exports');
  const options = {
    out,
    households: HOUSEHOLDS,
    seed: SEED,
    sites: SITES,
    night: NIGHT,
    fourd: 'txt' as const,
    signal,
  };
  return withEngine(settings, { queue: true, signal }, async (engine) => {
    await generateExports(options, ({ households, of }) => observer.generating(households, of));
    const sheets: BalanceSheet[] = [];
    for (const site of SITES) {
      for (const source of SOURCES) {
        const request = { source, site, night: NIGHT, mode: 'full' as const, paths: [join(out, site)] };
        const sheet = await importInto(engine, request, null, observer, signal);
        observer.imported(sheet);
        sheets.push(sheet);
      }
    }
    return { sheets, linked: await linkInto(engine, LINK_WHAT_IS_NEW, null, observer.linking) };
  });
};
