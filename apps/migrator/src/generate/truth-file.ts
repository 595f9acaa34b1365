import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeUtf8 } from './byte-encodings.js';
import { BlockWriter } from './block-writer.js';
import { isoDate } from './calendar.js';
import type { Kind, TruePerson } from './household.js';
import type { Link } from './household-rows.js';
import type { NightTotals } from './summary.js';

/**
 * Writes `truth.json` as the generation goes: links at once, people and kinds through files of their own that are appended at
 * the end, so that millions of records need no memory. The file takes its name only when it is whole.
 */
export class TruthFile {
  private readonly acts: Record<string, number> = {};
  private readonly aids = { count: 0, requestedCents: 0, grantedCents: 0 };
  private readonly commas = { links: '', people: '', kinds: '' };

  private constructor(
    private readonly path: string,
    private readonly links: BlockWriter,
    private readonly people: BlockWriter,
    private readonly kinds: BlockWriter,
  ) {}

  static async open(out: string, head: { seed: number; night: string; sites: readonly string[] }): Promise<TruthFile> {
    const path = join(out, 'truth.json');
    await rm(path, { force: true });
    const links = await BlockWriter.open(`${path}.part`, encodeUtf8);
    const people = await BlockWriter.open(`${path}.people.part`, encodeUtf8);
    const kinds = await BlockWriter.open(`${path}.kinds.part`, encodeUtf8);
    links.write(`${JSON.stringify(head).slice(0, -1)},"links":[`);
    return new TruthFile(path, links, people, kinds);
  }

  link(site: string, { system, sourceId, person }: Link): void {
    this.links.write(`${this.commas.links}${JSON.stringify([system, site, sourceId, person])}`);
    this.commas.links = ',\n';
  }

  /** A true person whom at least one clean record speaks of. */
  person({ id, birthName, usageName, givenNames, birth, birthDayKnown }: TruePerson): void {
    const identity = [birthName, usageName, givenNames[0], birthDayKnown ? isoDate(birth) : null];
    this.people.write(`${this.commas.people}"${String(id)}":${JSON.stringify(identity)}`);
    this.commas.people = ',\n';
  }

  kind(id: number, kind: Kind): void {
    this.kinds.write(`${this.commas.kinds}"${String(id)}":"${kind}"`);
    this.commas.kinds = ',\n';
  }

  act(name: string): void {
    this.acts[name] = (this.acts[name] ?? 0) + 1;
  }

  aid(requestedCents: number, grantedCents: number): void {
    this.aids.count += 1;
    this.aids.requestedCents += requestedCents;
    this.aids.grantedCents += grantedCents;
  }

  async flushFull(): Promise<void> {
    for (const writer of [this.links, this.people, this.kinds]) if (writer.full) await writer.flush();
  }

  /** Puts the parts together and gives the file its name, which is returned. */
  async finish({ files, canaries, persons, households }: NightTotals): Promise<string> {
    const { acts, aids } = this;
    await this.people.close();
    await this.kinds.close();
    this.links.write(`],\n${JSON.stringify({ files, acts, aids }).slice(1, -1)},\n"kinds":{`);
    await this.links.append(this.kinds.path);
    this.links.write('},\n"people":{');
    await this.links.append(this.people.path);
    this.links.write(`},\n${JSON.stringify({ canaries, persons, households }).slice(1)}\n`);
    await this.links.close();
    await rename(this.links.path, this.path);
    await Promise.all([rm(this.people.path), rm(this.kinds.path)]);
    return this.path;
  }

  /** Leaves nothing behind of a generation that did not end. */
  async discard(): Promise<void> {
    for (const writer of [this.links, this.people, this.kinds]) {
      await writer.abandon();
      await rm(writer.path, { force: true });
    }
  }
}
