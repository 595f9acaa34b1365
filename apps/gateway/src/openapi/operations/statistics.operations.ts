import { STATISTICS_TABLE, STATISTICS_TABLES } from '../../statistics/statistics.schemas.js';
import { type Operations, told } from '../operation.js';

const TITLE = { en: 'Persons by type of housing', fr: 'Personnes par type de logement' };

export const statisticsOperations: Operations = {
  'StatisticsController.list': {
    id: 'listStatistics',
    summary: 'List the tables of figures',
    answers: {
      200: told(STATISTICS_TABLES, 'The tables', {
        tables: [
          { table: 'persons-housing', title: TITLE, population: 'persons', dimensions: ['housing'], by_site: true },
        ],
      }),
    },
  },
  'StatisticsController.show': {
    id: 'readStatistics',
    summary: 'Read a table of figures, small ones hidden',
    description:
      'No hidden number can be computed from the others, nor from earlier figures. As CSV with `Accept: text/csv`.',
    answers: {
      200: {
        ...told(STATISTICS_TABLE, 'The table', {
          table: 'persons-housing',
          title: TITLE,
          population: 'persons',
          site: null,
          period: null,
          as_of: '2026-11-20T03:00:00.000Z',
          repeated: false,
          dimensions: [{ name: 'housing', list: 'housingType', categories: ['tenant'] }],
          cells: [{ place: { housing: 'tenant' }, count: 1204 }],
        }),
        texts: ['text/csv'],
      },
    },
  },
};
