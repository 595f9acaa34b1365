export { createDelimitedAdapter } from './delimited/delimited.adapter.js';
export { EncodingEvidence } from './encoding/encoding.evidence.js';
export { identifyEncoding, type EncodingVerdict } from './encoding/identify-encoding.js';
export { valueDecoder, type ValueDecoder } from './encoding/value.decoder.js';
export { createXmlAdapter } from './xml/index.js';
