import { Injectable } from '@nestjs/common';
import type { Language } from '#libs/messages';
import { readReport, type SubjectReport } from '#libs/services';
import type { Access } from '../access/access.js';
import { asRefusal, type RightsApi, seenPerson } from './rights-api.js';

/** A person's own report, for the client that hands it over: what `subject export` writes. */
@Injectable()
export class OwnReportService {
  constructor(private readonly api: RightsApi) {}

  /** @throws Refusal 404 `person.unknown-here`, 429; TeachingError `subject-report.changed` */
  async read(access: Access, id: string, lang: Language): Promise<SubjectReport> {
    const { database, reach, reports, linkRules } = this.api;
    try {
      const { personId } = await database.session((client) => seenPerson(this.api, client, access, id));
      await reach.take(access.client.grant, personId);
      const { report } = await readReport(this.api, reports[lang], linkRules, {
        person: id,
        action: 'subject.export',
        recipient: access.recipient,
        grant: access.client.grant,
        request: access.request,
      });
      return report;
    } catch (error) {
      throw asRefusal(error);
    }
  }
}
