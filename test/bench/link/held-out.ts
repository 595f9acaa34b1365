import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { qualityText, readModel } from '#libs/linkage';
import { assess } from './accuracy.js';
import type { World } from './generated-persons.js';
import { type Ground, imported } from './ground.js';
import type { Assessment } from './lines.js';

/** Nothing was ever tuned on these seeds, and the model has not seen them. */
const HELD_OUT: readonly World[] = [
  { seed: 7001, households: 12_000, errors: 1 },
  { seed: 7002, households: 12_000, errors: 2 },
  { seed: 7003, households: 12_000, errors: 0.5 },
];

/** @param households of each world; null: as many as it has */
export const assessHeldOut = async (ground: Ground, households: number | null): Promise<readonly Assessment[]> => {
  const file = join(ground.configDir, 'linkage-model.json');
  const model = readModel(ground.plan, JSON.parse(readFileSync(file, 'utf8')));
  const assessments: Assessment[] = [];
  for (const world of HELD_OUT) {
    const name = `errors × ${String(world.errors)}`;
    ground.tell(`accuracy, ${name}`);
    const persons = await imported({ ...world, households: households ?? world.households }, ground);
    const report = assess(ground.plan, model, persons);
    for (const text of qualityText(report, 'en')) console.error(text);
    assessments.push({ name, report });
  }
  return assessments;
};
