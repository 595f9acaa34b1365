import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { separationWork, useRightWithin } from '#libs/services';
import { type Client, findCasesWithMembers, type KeptAnswer } from '#libs/store';
import type { Access } from '../access/access.js';
import type { Done } from '../idempotency/answer-keeper.js';
import { asRefusal, entriesFor, type RightsApi, seenPerson, unknownHere } from './rights-api.js';
import type { SeparationBody } from './rights.schemas.js';
import { placeOf, separatedView } from './rights.views.js';

/** Separates persons from a household at once: separation, answer and entries are one transaction. */
@Injectable()
export class SeparationsService {
  constructor(private readonly api: RightsApi) {}

  /**
   * @throws Refusal 404 `person.unknown-here` for whoever is not there, not in that case, or not for this client; 503 where a link
   * run or an import has not made way within half a minute
   */
  async separate(request: FastifyRequest, access: Access, caseId: string, body: SeparationBody): Promise<KeptAnswer> {
    const { room, keeper } = this.api;
    try {
      return await room.enter(() => keeper.once(request, access, (client) => this.work(client, access, caseId, body)));
    } catch (error) {
      throw asRefusal(error);
    }
  }

  private async work(client: Client, access: Access, caseId: string, body: SeparationBody): Promise<Done> {
    const { home, vault, naming } = this.api;
    const persons = [...new Set([body.person_id, ...(body.with ?? [])])];
    const known = await this.findInCase(client, access, caseId, persons);
    const wish = {
      person: body.person_id,
      together: persons.slice(1),
      incident: body.incident,
      place: placeOf(body.new_address),
    };
    // What was checked is checked again inside, where nothing changes any more; whom the client may see is not.
    const separated = separationWork({ vault, naming }, wish, false);
    const { result, entries, settle } = await useRightWithin(home, client, async (alone) => {
      await this.findInCase(alone, access, caseId, persons);
      return separated(alone);
    });
    return {
      status: 201,
      body: separatedView(result, known),
      entries: entriesFor(access, entries),
      personId: body.person_id,
      settle,
    };
  }

  /** The persons' ids of today. One who has left the case by a separation is still asked for under it: done again, it adds. */
  private async findInCase(
    client: Client,
    access: Access,
    caseId: string,
    persons: readonly string[],
  ): Promise<readonly string[]> {
    const found = [];
    for (const id of persons) found.push(await seenPerson(this.api, client, access, id));
    const [first] = found;
    const cases = await findCasesWithMembers(client, first?.sourceIds ?? []);
    const isTheirs = cases.some(({ id }) => id === caseId) || first?.separatedFrom.includes(caseId) === true;
    if (!isTheirs) throw unknownHere();
    return [...new Set(found.map(({ personId }) => personId))];
  }
}
