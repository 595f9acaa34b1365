import type { StoredEntry } from './audit-entry.js';
import { type AuditKeys, type ChainLink, sameBytes } from './chain.js';
import { type Checkpoint, isGenuine } from './checkpoint.js';
import type { Finding } from './trail-report.js';

/** A checkpoint to hold a trail against, and who keeps it. */
export interface Testimony {
  readonly source: 'store' | 'home' | 'witness';
  readonly checkpoint: Checkpoint;
}

/** Holds entries against checkpoints, and counts. */
export class CheckpointJudge {
  agreed = 0;
  pruned = 0;
  readonly findings: Finding[] = [];
  private readonly waiting = new Map<number, Testimony[]>();

  constructor(
    private readonly keys: AuditKeys,
    /** Where the trail begins today. */
    private readonly start: ChainLink,
  ) {}

  /** Takes a checkpoint up: a forged one is a finding, one about what was pruned is counted, others wait for their entry. */
  hear(testimony: Testimony): void {
    const { checkpoint, source } = testimony;
    const { seq, hash } = checkpoint;
    if (!isGenuine(this.keys, checkpoint)) this.findings.push({ seq, kind: 'checkpoint.forged', source });
    else if (seq < this.start.seq) this.pruned += 1;
    else if (seq === this.start.seq) this.compare(testimony, hash, this.start.hash);
    else this.waiting.set(seq, [...(this.waiting.get(seq) ?? []), testimony]);
  }

  /** An entry that the chain holds. */
  see({ seq, hash }: StoredEntry): void {
    for (const testimony of this.waiting.get(seq) ?? []) this.compare(testimony, testimony.checkpoint.hash, hash);
    this.waiting.delete(seq);
  }

  /** The last entry was seen: whoever still waits speaks of entries that are not there. @param last the newest entry */
  end(last: ChainLink): void {
    for (const { source } of [...this.waiting.values()].flat()) {
      this.findings.push({ seq: last.seq + 1, kind: 'trail.tail-cut', source });
    }
  }

  private compare({ checkpoint, source }: Testimony, said: Buffer, found: Buffer): void {
    if (sameBytes(said, found)) this.agreed += 1;
    else this.findings.push({ seq: checkpoint.seq, kind: 'checkpoint.contradicts', source });
  }
}
