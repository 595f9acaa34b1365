import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type StatisticsDesk, tableCsv, tableRows } from '#libs/services';
import type { Access as RequestAccess } from '../access/access.js';
import { Access, Needs } from '../access/needs.js';
import { languageOf, wants } from '../http/negotiation.js';
import { STATISTICS_QUERY, type StatisticsQuery, type StatisticsTablesView, TABLE_NAME } from './statistics.schemas.js';
import { statisticsView, tablesView } from './statistics.views.js';

export const STATISTICS = Symbol('statistics');

const SCOPE = 'statistics:read';
const HIDDEN = { en: 'hidden', fr: 'masqué' } as const;

/** Figures: counts of persons and aids, small ones hidden. Nobody's data are in them. */
@Controller('v1/statistics')
export class StatisticsController {
  constructor(@Inject(STATISTICS) private readonly desk: StatisticsDesk) {}

  @Get()
  @Needs(SCOPE)
  @Header('Cache-Control', 'no-store')
  list(): StatisticsTablesView {
    return tablesView(this.desk.service.tables);
  }

  @Get(':table')
  @Needs(SCOPE)
  async show(
    @Param('table', { schema: TABLE_NAME }) table: string,
    @Query({ schema: STATISTICS_QUERY }) { month, site }: StatisticsQuery,
    @Access() access: RequestAccess,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.desk.service.show(
      { table, month: month ?? null, site: site ?? null },
      access.request,
      access.recipient,
    );
    void reply.header('Cache-Control', 'no-store').header('Vary', 'Accept, Accept-Language');
    if (wants(request, 'text/csv')) {
      const lang = languageOf(request);
      const csv = tableCsv(tableRows(view, this.desk.labels, lang), HIDDEN[lang]);
      void reply.header('Content-Type', 'text/csv; charset=utf-8').send(csv);
    } else {
      void reply.header('Content-Type', 'application/json; charset=utf-8').send(JSON.stringify(statisticsView(view)));
    }
  }
}
