/**
 * Bounds that keep hostile input from filling the memory. Genuine exports stay far below them: a TIPI file is a few
 * kilobytes, its elements are five deep. Crossing one refuses the file (`xml.malformed`, detail `xml.limit.<name>`).
 */
export const LIMITS = {
  /** Open elements, one inside the other. */
  depth: 64,
  /** Bytes of one tag, so of any attribute's value, and of the XML declaration. */
  tag: 1 << 20,
  /** Attributes of one element. */
  attributes: 256,
  /** Bytes between the start and the end of an element that is a column. */
  value: 1 << 20,
  /** Bytes of one outermost record with all that it encloses. */
  record: 16 << 20,
  /** Records enclosed by one outermost record, itself included. */
  nested: 10_000,
  /** Chunks that end early because another table or another container begins. */
  cuts: 10_000,
} as const;

export type LimitName = keyof typeof LIMITS;

/** Characters of a root attribute that is handed out in `Survey.header`: it says what the file is, never who is in it. */
export const HEADER_LENGTH = 200;

/** Bytes that are scanned at one go: bounds the records that wait to be handed out, whatever the caller's blocks. */
export const SLICE_BYTES = 128 * 1024;
