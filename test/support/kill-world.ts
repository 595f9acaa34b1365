import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Receiver } from '../medium/webhooks/receiver.js';
import { AidRequestSystem } from './aid-request-system.js';
import { allowLoopbackHooks, copyConfig } from './config-copy.js';
import { GatewayFleet } from './gateway-fleet.js';
import { killGateways } from './gateway-process.js';
import { Installation } from './import-harness.js';

/** Two gateway processes on an installation of their own, a client of theirs, and the receiver of its webhook. */
export class KillWorld {
  private constructor(
    private readonly folder: string,
    readonly installation: Installation,
    readonly fleet: GatewayFleet,
    readonly system: AidRequestSystem,
    readonly receiver: Receiver,
    /** Of the webhook. */
    readonly secret: string,
  ) {}

  static async open(): Promise<KillWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'passerelle-kill-'));
    const config = await copyConfig(join(folder, 'config'));
    await allowLoopbackHooks(config);
    const installation = await Installation.open({ PASSERELLE_CONFIG: config });
    const receiver = await Receiver.open();
    const fleet = await GatewayFleet.start(installation.environment, 2);
    const system = await AidRequestSystem.admit(fleet.all[0]!, installation, 'aid_instruction');
    const { data } = await system.client.call('openWebhook', { body: { url: receiver.url } });
    return new KillWorld(folder, installation, fleet, system, receiver, data.secret);
  }

  rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.installation.rows<T>(text, values);
  }

  /** How many rows a table of the store has. */
  async count(table: string): Promise<number> {
    return (await this.rows<{ n: number }>(`SELECT count(*)::int AS n FROM passerelle.${table}`))[0]?.n ?? 0;
  }

  async close(): Promise<void> {
    killGateways();
    this.receiver.close();
    await this.installation.close();
    await rm(this.folder, { recursive: true });
  }
}
