import { appendFileSync, statSync } from 'node:fs';
import { truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { resumeRun } from '../../../apps/migrator/src/imports/resume-run.js';
import { RunsService } from '../../../apps/migrator/src/runs/runs.service.js';
import { Installation } from '../../support/import-harness.js';
import { expectedOutcomes, generateNight, outcomesOf } from '../../support/night-exports.js';

const SITE = 'psa-07';
const NOBODY = { surveying: () => undefined, loading: () => undefined, resuming: () => undefined };

test('a file that somebody writes to while it is imported fails the run, which goes on once the file is as it was', async () => {
  const installation = await Installation.open({ PASSERELLE_CHUNK_RECORDS: '3' });
  try {
    const out = join(installation.folder, 'night');
    const night = await generateNight({ out, households: 40, seed: 77_061, sites: [SITE] });
    const path = night.path(SITE, 'INTERVENTIONS');
    // Whole seconds: what a test can put back exactly.
    const then = new Date('2026-11-20T03:00:00Z');
    await utimes(path, then, then);
    const { size } = statSync(path);
    let written = false;
    const onLoading = (records: number): void => {
      if (records === 0 || written) return;
      written = true;
      appendFileSync(path, 'I99999999;');
    };
    const importing = installation.import('coordin', SITE, [night.folder(SITE)], { onLoading });
    await expect(importing).rejects.toMatchObject({ code: 'run.chunk-failed', args: { failure: 'export.changed' } });
    expect(await installation.engine.get(RunsService).show('R1')).toMatchObject({ status: 'failed', sheet: null });
    expect(
      await installation.rows('SELECT DISTINCT failure FROM passerelle.import_chunk WHERE failure IS NOT NULL'),
    ).toEqual([{ failure: 'export.changed' }]);

    await truncate(path, size);
    await utimes(path, then, then);
    const resumed = await resumeRun(installation.engine, 'R1', NOBODY, new AbortController().signal);
    expect(resumed.status).toBe('done');
    expect(outcomesOf(resumed)).toEqual(expectedOutcomes(night, SITE, 'coordin'));
  } finally {
    await installation.close();
  }
});
