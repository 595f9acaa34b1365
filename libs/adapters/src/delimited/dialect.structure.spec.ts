import { createDelimitedAdapter } from './delimited.adapter.js';
import { layoutWith } from './testing/adapter-run.js';

describe('a layout that makes no sense', () => {
  it.each([
    ['delimited.dialect.empty', layoutWith({ dialect: { delimiter: '' } })],
    ['delimited.dialect.ambiguous', layoutWith({ dialect: { delimiter: '"' } })],
    ['delimited.dialect.ambiguous', layoutWith({ dialect: { delimiter: '\r', recordEnd: 'auto' } })],
    ['delimited.dialect.character', layoutWith({ dialect: { delimiter: '→' } })],
    ['delimited.layout.columns', layoutWith({ dialect: { header: false } })],
    ['delimited.layout.encodings', layoutWith({ layout: { encodings: [] } })],
  ])('is refused before any file: %s', (code, layout) => {
    expect(() => createDelimitedAdapter(layout)).toThrow(expect.objectContaining({ code, exitCode: 2 }) as Error);
  });
});
