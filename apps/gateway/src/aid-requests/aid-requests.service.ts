import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { TeachingError } from '#libs/domain';
import {
  type AidRequestDesk,
  type Asker,
  changeEntry,
  type ChangedAidRequest,
  moveRequest,
  openAidRequest,
  seeAidRequest,
} from '#libs/services';
import {
  appendOutbox,
  type AuditTrail,
  BARE_ENTRY,
  type Client,
  findAidRequest,
  findMoves,
  type KeptAnswer,
  type Transactor,
} from '#libs/store';
import type { Access } from '../access/access.js';
import type { AnswerKeeper, Done } from '../idempotency/answer-keeper.js';
import { Refusal } from '../problem/refusal.js';
import type { AidRequestView, Move, Opening } from './aid-request.schemas.js';
import { aidRequestView } from './aid-request.view.js';

/** Aid requests over HTTP: one transaction a change, with its answer, its event and its entry in the trail. */
@Injectable()
export class AidRequestsService {
  constructor(
    private readonly database: Transactor,
    private readonly trail: AuditTrail,
    private readonly keeper: AnswerKeeper,
    private readonly desk: AidRequestDesk,
  ) {}

  open(request: FastifyRequest, access: Access, body: Opening): Promise<KeptAnswer> {
    this.checkWord('kind', body.kind, this.desk.rules.kinds);
    const asker = askerOf(access);
    const work = this.keeper.once(request, access, async (client) => {
      const opened = await openAidRequest(client, this.desk, asker, {
        kind: body.kind,
        personId: body.person_id ?? null,
        paperReference: body.paper_reference ?? null,
        site: body.site ?? null,
        amountCents: body.amount_cents ?? null,
        requestedOn: body.requested_on ?? null,
      });
      return this.done(client, asker, opened, 201);
    });
    return this.entered(work, asker, 'aid-request.open', null);
  }

  move(request: FastifyRequest, access: Access, id: string, body: Move): Promise<KeptAnswer> {
    const { reasons, documents } = this.desk.rules;
    if (body.reason != null) this.checkWord('reason', body.reason, reasons);
    for (const document of body.waiting_for ?? []) this.checkWord('waiting_for', document, documents);
    const version = versionOf(request);
    const asker = askerOf(access);
    const work = this.keeper.once(request, access, async (client) => {
      const moved = await moveRequest(client, this.desk, asker, id, {
        to: body.to,
        amountCents: body.amount_cents ?? null,
        reason: body.reason ?? null,
        waitingFor: body.waiting_for ?? null,
        until: body.until ?? null,
        paidOn: body.paid_on ?? null,
        version,
      });
      return this.done(client, asker, moved, 200);
    });
    return this.entered(work, asker, 'aid-request.move', id);
  }

  /** @throws TeachingError `aid-request.unknown` */
  async read(access: Access, id: string): Promise<AidRequestView> {
    const asker = askerOf(access);
    const found = this.database.session(async (client) => ({
      seen: await seeAidRequest(client, this.desk, asker, await findAidRequest(client, id)),
      moves: await findMoves(client, id),
    }));
    const { seen, moves } = await this.entered(found, asker, 'aid-request.read', id);
    const view = aidRequestView(this.desk, asker, seen, moves);
    const shown = Object.keys(view).filter((member) => !view.withheld.includes(member));
    await this.trail.enter([changeEntry('aid-request.read', asker, seen.aidRequest, shown)]);
    return view;
  }

  /** Whoever is told that there is no such request, or no such person here, is in the trail before: it may have been a try. */
  private async entered<T>(work: Promise<T>, asker: Asker, action: string, id: string | null): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof TeachingError && TRIES.has(error.code)) {
        const { request, recipient, grant } = asker;
        const incident = id === null ? null : `aid-request/${id}`;
        const about = { ...BARE_ENTRY, action, purpose: request.purpose, recipient, grant, incident };
        await this.trail.enter([{ ...about, outcome: 'refused', detail: [error.code] }]);
      }
      throw error;
    }
  }

  private async done(client: Client, asker: Asker, changed: ChangedAidRequest, status: number): Promise<Done> {
    const { aidRequest, entries } = changed;
    const { id, version, recipient, status: state } = aidRequest;
    await appendOutbox(client, {
      aidRequestId: id,
      version,
      type: `aid_request.${state}`,
      status: state,
      recipient,
    });
    const body = aidRequestView(this.desk, asker, changed, await findMoves(client, id));
    const headers = { ETag: etagOf(version), ...(status === 201 ? { Location: `/v1/aid-requests/${id}` } : {}) };
    return { status, body, headers, entries, personId: aidRequest.personId };
  }

  /** A word that no list has is a mistake of the client: it is told the words, never its own. */
  private checkWord(member: string, word: string, list: Readonly<Record<string, unknown>>): void {
    if (Object.hasOwn(list, word)) return;
    throw new TeachingError('aid-request.word', { member, known: Object.keys(list).join(', ') });
  }
}

const TRIES: ReadonlySet<string> = new Set(['aid-request.unknown', 'aid-request.person']);

export const etagOf = (version: number): string => `"${String(version)}"`;

/** @throws Refusal 428 without `If-Match`, 412 for one that cannot be ours */
const versionOf = (request: FastifyRequest): number => {
  const given = request.headers['if-match'];
  if (given === undefined) throw new Refusal(428, 'version.missing');
  const [, version] = /^"(\d{1,9})"$/.exec(given) ?? [];
  if (version === undefined) throw new Refusal(412, 'version.stale');
  return Number(version);
};

const askerOf = ({ client, request, recipient, scopes }: Access): Asker => ({
  request,
  recipient,
  scopes,
  grant: client.grant,
});
