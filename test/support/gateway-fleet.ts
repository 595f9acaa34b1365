import type { Random } from '../../apps/migrator/src/generate/random.js';
import { GatewayProcess } from './gateway-process.js';

/** Several gateway processes on one installation, any of which a test may kill. */
export class GatewayFleet {
  private members: readonly GatewayProcess[] = [];

  private constructor(private readonly environment: Readonly<Record<string, string>>) {}

  static async start(environment: Readonly<Record<string, string>>, count: number): Promise<GatewayFleet> {
    const fleet = new GatewayFleet(environment);
    await Promise.all(Array.from({ length: count }, () => fleet.add()));
    return fleet;
  }

  /** Those who live, as far as a client knows: one that is being killed may be among them. */
  get all(): readonly GatewayProcess[] {
    return this.members;
  }

  /** Starts one more; it answers on return. */
  async add(): Promise<void> {
    const added = await GatewayProcess.start(this.environment);
    this.members = [...this.members, added];
  }

  /** Kills one that the seed gives. */
  async killOne(random: Random): Promise<void> {
    await this.kill(random.pick(this.members));
  }

  /** Kills one with kill -9. */
  async kill(victim: GatewayProcess): Promise<void> {
    await victim.kill();
    this.members = this.members.filter((one) => one !== victim);
  }

  /** Asks all of them to stop. @returns their exit codes */
  async stop(): Promise<readonly (number | null)[]> {
    const ends = await Promise.all(this.members.map((one) => one.stop()));
    this.members = [];
    return ends.map(({ code }) => code);
  }
}
