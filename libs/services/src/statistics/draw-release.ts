import { EXIT, TeachingError } from '#libs/domain';
import {
  comparableReleases,
  drawFamily,
  holdsFamily,
  type StatisticsPlan,
  type TableFamily,
  TOTAL,
} from '#libs/minimiser';
import {
  addRelease,
  type Client,
  currentMonth,
  findReleases,
  listSiteCodes,
  lockStatistics,
  type StatisticsRelease,
} from '#libs/store';
import { countFamily } from './count-family.js';

/** So long is a release compared with later ones: whoever knows all that changed in a year knows the persons. */
const COMPARED_FOR = 'P12M';

/** Figures to hand out. */
export interface DrawnRelease {
  readonly release: StatisticsRelease;
  /** `drawn`: made now; `known`: drawn up this month; `repeated`: newer ones would reveal what these hide. */
  readonly how: 'drawn' | 'known' | 'repeated';
}

/**
 * The figures of a family as of now: those that were drawn up this month already, new ones, or the last ones again. In the
 * caller's transaction; alone.
 * @param period YYYY-MM of the aids; null for persons
 * @throws TeachingError `statistics.too-small`, `statistics.unfit`; exit code 4
 */
export const drawRelease = async (
  client: Client,
  plan: Pick<StatisticsPlan, 'rules' | 'version'>,
  family: TableFamily,
  period: string | null,
  systems: readonly string[],
): Promise<DrawnRelease> => {
  await lockStatistics(client);
  const month = await currentMonth(client);
  const sites = await listSiteCodes(client);
  const earlier = await findReleases(client, family.population, period, COMPARED_FOR);
  const held = earlier.filter(({ cells }) => holdsFamily(cells, family, sites));
  const known = held.find((release) => release.month === month);
  if (known !== undefined) return { release: known, how: 'known' };
  const counts = await countFamily(client, family, period, systems);
  const comparable = comparableReleases(
    earlier.map(({ cells }) => cells),
    counts.total.units,
  );
  const drawing = drawFamily(counts, plan.rules, comparable);
  if (drawing.outcome !== 'drawn') return repeat(earlier, family, drawing.outcome);
  const release = await addRelease(client, {
    population: family.population,
    period,
    planVersion: plan.version,
    tables: family.tables.map(({ name }) => name),
    cells: Object.fromEntries(drawing.cells),
  });
  return { release, how: 'drawn' };
};

/** A site that came since has no cells in the last release: it is told about when the figures can be drawn up anew. */
const repeat = (
  earlier: readonly StatisticsRelease[],
  family: TableFamily,
  outcome: 'unfit' | 'too-small',
): DrawnRelease => {
  const last = earlier.find(({ cells }) => holdsFamily(cells, family, []));
  if (last !== undefined) return { release: last, how: 'repeated' };
  throw new TeachingError(`statistics.${outcome}`, {}, { exitCode: EXIT.refused });
};

/** How many of a release's cells are hidden. */
export const hiddenCells = ({ cells }: StatisticsRelease): number =>
  Object.entries(cells).filter(([key, told]) => key !== TOTAL && told === null).length;
