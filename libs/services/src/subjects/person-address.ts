import { EXIT, TeachingError } from '#libs/domain';
import { type Client, findSourcePerson } from '#libs/store';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** `coordin/psa-07/K1234`: neither a system nor a site has a slash in its name, a key may. */
const ADDRESS = /^([^/]+)\/([^/]+)\/(.+)$/;

/** Whether a person is named by an id, as `passerelle links` prints it. */
export const isPersonId = (named: string): boolean => ID.test(named);

/**
 * The id of the source person that is named by an id or by its address. An id is answered as it is, whether it exists or not.
 * @throws TeachingError `person.address` (exit code 2) or `person.unknown`; neither repeats the name, which may be a key
 */
export const findSourcePersonId = async (client: Client, named: string): Promise<string> => {
  if (isPersonId(named)) return named.toLowerCase();
  const [, system, site, sourceId] = ADDRESS.exec(named) ?? [];
  if (system === undefined || site === undefined || sourceId === undefined) {
    throw new TeachingError('person.address', {}, { exitCode: EXIT.usage });
  }
  const id = await findSourcePerson(client, { system, site, sourceId });
  if (id === null) throw new TeachingError('person.unknown');
  return id;
};
