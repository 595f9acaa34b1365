/** What to link. */
export interface LinkRequest {
  /** Trains a model on the store first, then links everything. */
  readonly train: boolean;
  /** Links everything, also where nothing asks for it. */
  readonly full: boolean;
}

/** New and changed persons, or everybody where nothing was linked yet or the rules have changed. */
export const LINK_WHAT_IS_NEW: LinkRequest = { train: false, full: false };

/** The stages of a link run that somebody may watch. */
export type WatchedStage = 'prepare' | 'train' | 'score' | 'decide';

/** Who is told how far a link run is; none of the calls may throw. */
export interface LinkObserver {
  /** `done` of `total` source persons, about. */
  readonly stage: (stage: WatchedStage, done: number, total: number) => void;
  /** An earlier run that a crash or a stop left unfinished is taken up. */
  readonly resuming: (run: string) => void;
}

export const UNWATCHED: LinkObserver = { stage: () => undefined, resuming: () => undefined };
