import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PolicyBook } from '#libs/minimiser';
import { type GatewayRules, scopesOf } from '#libs/services';
import { Refusal } from '../problem/refusal.js';
import type { Access, AccessRequestHolder } from './access.js';
import { type ChallengeError, challengeOf } from './challenge.js';
import { type ApiClient, comesFrom } from './client.js';
import { NEEDS } from './needs.js';
import type { Clients } from './presented.js';
import type { RequestLimit } from './request-limit.js';

const AUTHORIZATION = /^(Bearer|DPoP) +([\x21-\x7e]+) *$/i;

/** Lets a request through to its handler: client, limits, purpose, recipient, scope, in this order. What is missing denies. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();

  /** @param guesses bounds how often one address may come with a token that is none */
  constructor(
    private readonly clients: Clients,
    private readonly book: PolicyBook,
    private readonly rules: GatewayRules,
    private readonly limit: RequestLimit,
    private readonly guesses: RequestLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const client = await this.clientOf(request);
    this.count(client, reply);
    const access = this.accessOf(client, request);
    // A handler that forgot to say what it needs is open to nobody.
    const needs = this.reflector.get<readonly string[] | undefined>(NEEDS, context.getHandler()) ?? [];
    if (!needs.some((scope) => access.scopes.includes(scope))) {
      throw new Refusal(403, 'access.scope', {}, { scopes: needs });
    }
    (request as AccessRequestHolder).access = access;
    return true;
  }

  private async clientOf(request: FastifyRequest): Promise<ApiClient> {
    const [, scheme, token] = AUTHORIZATION.exec(request.headers.authorization ?? '') ?? [];
    if (scheme === undefined || token === undefined) throw this.unauthenticated('access.token-missing', null);
    const { method, url, headers, socket } = request.raw;
    const shown = { scheme: scheme.toLowerCase(), token, method: method ?? '', url: url ?? '', headers, socket };
    const client = await this.clients.find(shown);
    if (client === null) {
      const { allowed, reset } = this.guesses.take(request.ip);
      throw allowed ? this.unauthenticated('access.token-unknown', 'invalid_token') : tooMany(reset);
    }
    if (!comesFrom(client.networks, request.ip)) throw new Refusal(403, 'access.network');
    return client;
  }

  private unauthenticated(code: string, error: ChallengeError): Refusal {
    return new Refusal(401, code, { 'WWW-Authenticate': challengeOf(this.rules, error) });
  }

  /** Headers of draft-ietf-httpapi-ratelimit-headers, in the form with one header a figure that clients know. */
  private count(client: ApiClient, reply: FastifyReply): void {
    const { allowed, remaining, reset } = this.limit.take(client.grant);
    void reply
      .header('RateLimit-Limit', String(this.limit.burst))
      .header('RateLimit-Remaining', String(remaining))
      .header('RateLimit-Reset', String(reset));
    if (!allowed) throw tooMany(reset);
  }

  private accessOf(client: ApiClient, request: FastifyRequest): Access {
    const purpose = header(request, 'x-purpose');
    if (purpose === null) throw new Refusal(403, 'access.purpose-missing');
    const known = this.book.purpose(purpose);
    if (known === null || !client.purposes.includes(purpose)) throw new Refusal(403, 'access.purpose');
    const recipient = header(request, 'x-recipient');
    if (recipient === null) throw new Refusal(403, 'access.recipient-missing');
    if (recipient !== client.recipient) throw new Refusal(403, 'access.recipient');
    const [body = null] = known.recipients;
    const grant = {
      id: client.grant,
      purposes: client.purposes,
      sites: client.sites,
      recipients: body === null ? [] : [body],
      expires: Number.isFinite(client.expiresAt) ? new Date(client.expiresAt).toISOString() : null,
    };
    return {
      client,
      purpose,
      scopes: scopesOf(this.rules, [purpose]).filter((scope) => client.scopes.includes(scope)),
      recipient,
      request: { purpose, grant, recipient: body, now: new Date().toISOString(), throughCase: null },
    };
  }
}

/** A header that comes once; twice is a mistake that nobody resolves by taking the first. */
const header = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

const tooMany = (seconds: number): Refusal => new Refusal(429, 'access.too-many', { 'Retry-After': String(seconds) });
