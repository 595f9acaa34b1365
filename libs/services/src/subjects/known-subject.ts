import type { AccessSubject } from '#libs/minimiser';
import type { Client } from '#libs/store';

/** A person as access decisions see it. */
export interface KnownSubject extends AccessSubject {
  /** The person's id today: that of `passerelle links`. */
  readonly personId: string;
  /** All its source persons. */
  readonly sourceIds: readonly string[];
}

/** @param id of any source person; null where the store holds no record of it: unknown, withheld and erased persons alike */
export type FindSubject = (client: Client, id: string) => Promise<KnownSubject | null>;
