const MUST_QUOTE = /[";\r\n]/;

/** One CSV record of COORDIN: `;`, quotes where they are needed, doubled inside, CRLF at the end and for line breaks inside. */
export function csvLine(fields: readonly string[]): string {
  let line = '';
  for (const field of fields) line += `${MUST_QUOTE.test(field) ? quoted(field) : field};`;
  return `${line.slice(0, -1)}\r\n`;
}

const quoted = (field: string): string => `"${field.replaceAll('"', '""').replaceAll('\n', '\r\n')}"`;
