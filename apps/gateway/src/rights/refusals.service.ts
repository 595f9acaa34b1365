import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusalWork, useRightWithin, withdrawalWork } from '#libs/services';
import { type Client, findMarks, type KeptAnswer } from '#libs/store';
import type { Access } from '../access/access.js';
import type { Done } from '../idempotency/answer-keeper.js';
import { asRefusal, entriesFor, type RightsApi, seenPerson, unknownHere } from './rights-api.js';
import type { RefusingBody } from './rights.schemas.js';
import { refusedView, withdrawnView } from './rights.views.js';

/** Refusal of digital filing, and its withdrawal: each with its answer and its entries in one transaction. */
@Injectable()
export class RefusalsService {
  constructor(private readonly api: RightsApi) {}

  /** @throws Refusal 404 `person.unknown-here`, also for whoever has refused before; 503 where an import has not made way */
  refuse(request: FastifyRequest, access: Access, id: string, body: RefusingBody): Promise<KeptAnswer> {
    return this.use(request, access, async (client) => {
      const work = refusalWork(this.api, wishOf(id, body));
      await seenPerson(this.api, client, access, id);
      const { result, entries, settle } = await useRightWithin(this.api.home, client, async (alone) => {
        await seenPerson(this.api, alone, access, id);
        return work(alone);
      });
      return { status: 201, body: refusedView(result), entries: entriesFor(access, entries), personId: id, settle };
    });
  }

  /** @throws Refusal 404 `person.unknown-here`, also for whoever has not refused here, or was erased since; 503 */
  withdraw(request: FastifyRequest, access: Access, id: string, body: RefusingBody): Promise<KeptAnswer> {
    return this.use(request, access, async (client) => {
      const work = withdrawalWork(this.api, wishOf(id, body));
      await this.checkMark(client, access, id);
      const { result, entries, settle } = await useRightWithin(this.api.home, client, work);
      return { status: 200, body: withdrawnView(result), entries: entriesFor(access, entries), personId: id, settle };
    });
  }

  /** Of somebody who is withheld nothing is left but a mark with its site. */
  private async checkMark(client: Client, { client: { sites } }: Access, id: string): Promise<void> {
    const [mark] = await findMarks(client, [id]);
    if (mark === undefined || (sites !== 'all' && !sites.includes(mark.site))) throw unknownHere();
  }

  private async use(
    request: FastifyRequest,
    access: Access,
    work: (client: Client) => Promise<Done>,
  ): Promise<KeptAnswer> {
    const { room, keeper } = this.api;
    try {
      return await room.enter(() => keeper.once(request, access, work));
    } catch (error) {
      throw asRefusal(error);
    }
  }
}

const wishOf = (person: string, body: RefusingBody) => ({
  person,
  key: undefined,
  onlyThisRecord: false,
  incident: body?.incident ?? undefined,
});
