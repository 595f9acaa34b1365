import { setTimeout as delay } from 'node:timers/promises';
import {
  type AttemptEnd,
  claimDeliveries,
  type ClaimedDelivery,
  liveSecrets,
  releaseDelivery,
  settleDelivery,
} from '#libs/store';
import { Bell } from './bell.js';
import { DISPATCH_LIMITS, type DispatchCounts, type DispatcherParts, type DispatchLimits } from './dispatch-parts.js';
import { judgeAttempt } from './judge-attempt.js';
import { OutageLog } from './outage-log.js';
import { pruneWebhooks } from './prune-webhooks.js';
import { openSecrets } from './secret-box.js';
import { type SendEnd, sendWebhook } from './send-webhook.js';
import { signWebhook } from './sign-webhook.js';

const HOUSEKEEPING_MS = 3_600_000;
/** For giving back what a stop cut off. */
const GIVE_BACK_MS = 1_000;
/** An attempt that could not begin in this part of its lease does not begin: it might reach beyond it. */
const LATEST_BEGIN = 0.5;

/**
 * Delivers what the outbox holds. Any number of them work side by side: leases in PostgreSQL say who sends what, and a token fences
 * off whoever held a lease before. Whatever is lost with a process or with the queue is found again by looking.
 */
export class WebhookDispatcher {
  private readonly bell = new Bell();
  private readonly abort = new AbortController();
  private readonly limits: DispatchLimits;
  private readonly log: OutageLog;
  private readonly underWay = new Set<Promise<void>>();
  private readonly ends = { delivered: 0, again: 0, dead: 0, gone: 0, lost: 0 };
  private loop: Promise<void> | undefined;
  private isStopping = false;
  private keptHouseAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: DispatcherParts) {
    this.limits = { ...DISPATCH_LIMITS, ...parts.limits };
    this.log = new OutageLog(parts.logger);
  }

  /** Begins to work. A database that is away is waited for. */
  start(): void {
    this.loop ??= this.run();
    this.parts.channel.start(() => this.bell.ring());
  }

  /** Takes nothing more, waits a moment for attempts under way, and gives the others back. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.bell.ring();
    const timer = setTimeout(() => this.abort.abort(), this.limits.graceMs);
    // A database that does not answer must not hold up a stop: its leases run out by themselves.
    const patience = delay(this.limits.graceMs + GIVE_BACK_MS, undefined, { ref: false });
    await Promise.race([this.end(), patience]);
    clearTimeout(timer);
    await this.parts.channel.stop();
  }

  private async end(): Promise<void> {
    await this.loop;
    await Promise.all(this.underWay);
  }

  /** To be called after the commit of a change that was put into the outbox. A call that is lost costs two seconds. */
  ring(): void {
    this.bell.ring();
    // Another process may have room where this one has none.
    if (this.underWay.size >= this.limits.inAll) this.parts.channel.wake(0);
  }

  counts(): DispatchCounts {
    return { ...this.ends };
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      await this.attemptRound();
      await this.bell.next(this.limits.sweepMs);
    }
  }

  private async attemptRound(): Promise<void> {
    try {
      await this.fill();
      await this.keepHouse();
      this.log.works();
    } catch (error) {
      this.log.failed(error);
    }
  }

  /** Takes what there is room for. Each end of an attempt rings, so that its place and its successor are not left waiting. */
  private async fill(): Promise<void> {
    const room = this.limits.inAll - this.underWay.size;
    if (room <= 0) return;
    // Before the question: the lease begins later than this, by whatever clock.
    const since = performance.now();
    for await (const claimed of claimDeliveries(this.parts.database, { ...this.limits, room })) {
      for (const delivery of claimed) this.begin(delivery, since);
    }
  }

  private begin(delivery: ClaimedDelivery, since: number): void {
    const work = this.deliver(delivery, since).finally(() => {
      this.underWay.delete(work);
      this.bell.ring();
    });
    this.underWay.add(work);
  }

  private async deliver(delivery: ClaimedDelivery, since: number): Promise<void> {
    try {
      const sent = await this.sendOnce(delivery, since);
      if (sent.kind === 'stopped') {
        await this.parts.database.session((client) => releaseDelivery(client, delivery));
        return;
      }
      await this.settle(delivery, judgeAttempt(sent, delivery.attempts));
    } catch (error) {
      // The lease runs out, and the delivery is sent again: at least once.
      this.log.failed(error);
    }
  }

  private async sendOnce(delivery: ClaimedDelivery, since: number): Promise<SendEnd> {
    const { database, box, send } = this.parts;
    const sealed = await database.session((client) => liveSecrets(client, delivery.webhookId));
    const secrets = openSecrets(box, sealed);
    // Sealed under the key of another installation: nobody can sign until somebody rotates it, and the log says why.
    if (secrets === null) return { kind: 'failed', problem: 'webhook.secret' };
    const message = signWebhook(delivery, secrets, Date.now());
    // A process that was stopped in between must not send what somebody else may have sent by now, and more after it.
    const isLate = performance.now() - since > this.limits.leaseSeconds * 1_000 * LATEST_BEGIN;
    return isLate || this.abort.signal.aborted
      ? { kind: 'stopped' }
      : sendWebhook(delivery.url, message, send, this.abort.signal);
  }

  private async settle(delivery: ClaimedDelivery, end: AttemptEnd): Promise<void> {
    const { database, channel, logger } = this.parts;
    const isOurs = await database.transaction((client) => settleDelivery(client, delivery, end));
    this.ends[isOurs ? end.kind : 'lost'] += 1;
    if (!isOurs || end.kind === 'delivered') return;
    if (end.kind === 'again') channel.wake(end.seconds * 1_000);
    const told = { code: end.problem, attempts: delivery.attempts + 1, httpStatus: end.status ?? undefined };
    if (end.kind === 'again') logger.debug(told, 'a webhook did not take a delivery; it is tried again');
    else if (end.kind === 'dead') logger.warn(told, 'a webhook took none of the attempts of a delivery');
    else logger.warn(told, 'a webhook is gone and was disabled');
  }

  private async keepHouse(): Promise<void> {
    if (performance.now() - this.keptHouseAt < HOUSEKEEPING_MS || this.isStopping) return;
    await pruneWebhooks(this.parts.database, this.parts.send.rules.keepDays);
    this.keptHouseAt = performance.now();
  }
}
