import type { PolicyBook } from '#libs/minimiser';
import type { Engine } from '../engine/open-engine.js';
import { INSTALLATION_KEY } from '../engine/tokens.js';
import { type PersonReader, personReader } from '#libs/services';

/**
 * The reader of persons for a command that runs in an engine.
 * @throws TeachingError `purpose.*`
 */
export const consoleReader = (engine: Engine, book: PolicyBook, purpose: string | undefined): PersonReader =>
  personReader(book, purpose, engine.app.get<Uint8Array>(INSTALLATION_KEY));
