import { CONTROLLERS } from '../api/api.module.js';
import { buildDocument, type OpenApiDocument } from './build-document.js';
import { OPERATIONS, TAGS } from './operations/index.js';

/** The OpenAPI document of this gateway. */
export const apiDocument = (): OpenApiDocument => buildDocument(CONTROLLERS, OPERATIONS, TAGS);
