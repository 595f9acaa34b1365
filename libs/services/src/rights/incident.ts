import { EXIT, TeachingError } from '#libs/domain';

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/;

/**
 * A reference under which the request is known outside. It stays in the audit trail and on the tombstone, so it may be no
 * sentence; whether it is a name, only whoever gives it can tell.
 * @throws TeachingError `rights.incident`; exit code 2
 */
export const checkIncident = (given: string | undefined): string | null => {
  if (given === undefined) return null;
  if (!REFERENCE.test(given)) throw new TeachingError('rights.incident', {}, { exitCode: EXIT.usage });
  return given;
};
