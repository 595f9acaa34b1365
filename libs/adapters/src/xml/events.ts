/** What passes between a reader of XML and whoever follows the document. Offsets are bytes of the file. */

/** A decoded value; `null` where its bytes mean nothing in the file's encoding. */
export type Decoded = string | null;

/** The attributes of the start tag at hand. Valid during the call that hands them over; decodes what is asked for only. */
export interface XmlAttributes {
  /** The value with references and line ends resolved, or `undefined` where the element lacks the attribute. */
  value(name: string): Decoded | undefined;
}

export interface XmlSink {
  /** Whether text at this place belongs to a materialised value. Readers skip any other text undecoded and unkept. */
  readonly wantsText: boolean;
  /** @param offset of the `<` */
  open(name: string, attributes: XmlAttributes, offset: number): void;
  /** A stretch of wanted text (character data or CDATA); several may follow one another. */
  text(piece: Decoded): void;
  /** @param end offset just after the `>` */
  close(end: number): void;
}

/** Reads bytes and calls a sink. Throws `XmlRefused` where the document must not or cannot be read. */
export interface XmlReader {
  /** The next bytes, cut anywhere; the caller may reuse them afterwards. */
  write(bytes: Uint8Array): void;
  /** No more bytes: what is still open is a cut document. */
  end(): void;
}
