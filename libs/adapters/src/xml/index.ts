export { createXmlAdapter } from './xml-adapter.js';
