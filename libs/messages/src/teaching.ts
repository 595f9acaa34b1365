/** What a code means to the person who meets it. `{name}` in a text is filled from the error's arguments. */
export interface Teaching {
  /** What happened, in one sentence. */
  readonly what: string;
  /** Why it matters, or what usually causes it. */
  readonly why: string;
  /** The next command to run or thing to do. */
  readonly next: string;
}

export type Language = 'en' | 'fr';

/** Every code with both languages side by side, so that neither can be forgotten. */
export type MessagePack = Readonly<Record<string, Readonly<Record<Language, Teaching>>>>;
