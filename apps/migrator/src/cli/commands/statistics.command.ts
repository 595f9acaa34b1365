import { defineCommand } from '../definition/index.js';
import { listTables } from './statistics-list.js';
import { statisticsRelease } from './statistics-release.js';
import { statisticsShow } from './statistics-show.js';
import { text } from './statistics-words.js';
import { SUMMARIES } from './summaries.js';

const LIST = text('the tables that may be published', 'les tableaux qui peuvent être publiés');

export const command = defineCommand({
  name: 'statistics',
  summary: SUMMARIES.statistics,
  description: text(
    'Counts of persons and aids: cells of fewer than eleven persons are hidden, with as many others as it takes, also in the light of what was handed out before. No table knows workers. See docs/guide/statistics.md.',
    'Comptages de personnes et d’aides : les effectifs de moins de onze personnes sont masqués, et autant d’autres qu’il le faut, compte tenu aussi de ce qui a déjà été communiqué. Aucun tableau ne porte sur les agents. Voir docs/guide/fr/statistiques.md.',
  ),
  examples: [{ command: 'passerelle statistics list', text: LIST }],
  subcommands: [
    defineCommand({
      name: 'list',
      summary: LIST,
      examples: [{ command: 'passerelle statistics list --json', text: text('For programs', 'Pour les programmes') }],
      run: (context) => listTables(context),
    }),
    statisticsShow,
    statisticsRelease,
  ],
});
