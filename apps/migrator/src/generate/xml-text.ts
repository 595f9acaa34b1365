/** Text of an element. Line breaks in it stay: an XML reader sees them as they are. */
export const escapeXml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
