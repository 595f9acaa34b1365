import { EXIT, TeachingError } from '#libs/domain';
import { type Client, findMembers, reviewIdOf } from '#libs/store';
import type { DecisionMaker } from './decision-maker.js';
import { findSourcePersonId, isPersonId } from '#libs/services';
import type { SettledPair } from './settle.js';
import { notePair } from './settle-review.js';

/**
 * Undoes links for good: "never" between source persons of one person. Nothing but that is written; the source persons were
 * never changed by being one. A person's id takes the person apart altogether; the address of a source person takes that one
 * out, away from all others or from those of `from` only, and then the evidence says with whom the rest goes.
 * @param named id of a person, or address of a source person
 * @param from addresses of source persons
 * @throws TeachingError `person.unknown`, `person.address`, `review.not-together`, `review.split-from`
 */
export const splitPerson = async (
  client: Client,
  named: string,
  from: readonly string[],
  maker: DecisionMaker,
): Promise<readonly SettledPair[]> => {
  if (isPersonId(named) && from.length > 0) throw new TeachingError('review.split-from', {}, { exitCode: EXIT.usage });
  const id = await findSourcePersonId(client, named);
  const members = (await findMembers(client, [id])).map((member) => member.id);
  if (!members.includes(id)) throw new TeachingError('person.unknown');
  const others = from.length === 0 ? members.filter((member) => member !== id) : await findAll(client, from);
  if (others.length === 0 || !others.every((other) => other !== id && members.includes(other))) {
    throw new TeachingError('review.not-together');
  }
  const settled: SettledPair[] = [];
  for (const pair of isPersonId(named) ? pairsOf(members) : others.map((other) => ordered(id, other))) {
    settled.push(await notePair(client, pair, reviewIdOf(...pair), 'never', maker));
  }
  return settled;
};

const findAll = async (client: Client, named: readonly string[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const one of named) ids.push(await findSourcePersonId(client, one));
  return [...new Set(ids)];
};

const ordered = (one: string, other: string): readonly [string, string] => (one < other ? [one, other] : [other, one]);

const pairsOf = (ids: readonly string[]): readonly (readonly [string, string])[] =>
  ids.flatMap((one, place) => ids.slice(place + 1).map((other) => ordered(one, other)));
