/** ASCII that carries meaning in XML markup. */
export const CH = {
  tab: 0x09,
  lf: 0x0a,
  cr: 0x0d,
  space: 0x20,
  bang: 0x21,
  quote: 0x22,
  hash: 0x23,
  amp: 0x26,
  apostrophe: 0x27,
  dash: 0x2d,
  slash: 0x2f,
  semicolon: 0x3b,
  lt: 0x3c,
  equals: 0x3d,
  gt: 0x3e,
  question: 0x3f,
  open: 0x5b,
  close: 0x5d,
} as const;

const table = (holds: (byte: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (holds(byte) ? 1 : 0));

const matches = (pattern: RegExp) => (byte: number) => pattern.test(String.fromCharCode(byte));
const isSpace = (byte: number): boolean => byte === CH.space || byte === CH.tab || byte === CH.lf || byte === CH.cr;
const isControl = (byte: number): boolean => byte < CH.space && !isSpace(byte);

/** White space (XML 1.0, production 3). */
export const SPACE = table(isSpace);

/** Bytes that no XML document may hold; those from 0x80 depend on the encoding and are judged where a value is decoded. */
export const ILLEGAL = table(isControl);

/** Bytes that a name may begin with, and that it may hold. Any byte from 0x80 may: it is part of an accented letter. */
export const NAME_START = table((byte) => byte >= 0x80 || matches(/[A-Za-z_:]/)(byte));
export const NAME = table((byte) => byte >= 0x80 || matches(/[A-Za-z0-9_:.-]/)(byte));

/** Bytes of character data that need a look: markup, `]` (of `]]>`), CR and what is illegal. */
export const TEXT_STOP = table(
  (byte) => byte === CH.lt || byte === CH.amp || byte === CH.close || byte === CH.cr || isControl(byte),
);

/** The same for attribute values, whose tabs and line ends become spaces. */
export const VALUE_STOP = table(
  (byte) => byte < CH.space || byte === CH.lt || byte === CH.amp || byte === CH.quote || byte === CH.apostrophe,
);

/** The same inside comments, CDATA sections and processing instructions. */
export const SECTION_STOP = table(
  (byte) => byte === CH.dash || byte === CH.close || byte === CH.question || byte === CH.cr || isControl(byte),
);
