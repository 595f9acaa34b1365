import { EXIT, TeachingError } from '#libs/domain';
import type { GivenPlace } from '#libs/store';

/** Members of the JSON document, where they are kept, and how long they may be (as the unified model says). */
const MEMBERS = {
  addressLine: { column: 'address_line', most: 200 },
  postcode: { column: 'postcode', most: 10 },
  town: { column: 'town', most: 100 },
  site: { column: 'site', most: 40 },
  unit: { column: 'unit', most: 40 },
} as const;
const SITE = /^[a-z0-9][a-z0-9-]*$/;
const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/**
 * Where a separated person is now, as JSON: any of `addressLine`, `postcode`, `town`, `site`, `unit`, and nothing else.
 * @throws TeachingError `separation.place` (exit code 2), which names a member at most and never repeats what it held
 */
export const readGivenPlace = (text: string): GivenPlace => {
  const given = parse(text);
  const place: Record<string, string | null> = {};
  for (const { column } of Object.values(MEMBERS)) place[column] = null;
  for (const [member, value] of Object.entries(given)) {
    const known = Object.hasOwn(MEMBERS, member) ? MEMBERS[member as keyof typeof MEMBERS] : undefined;
    // A name that is none of ours may be a value that was put in the wrong place.
    if (known === undefined) throw refused('?');
    if (value === null) continue;
    if (typeof value !== 'string' || !isFit(value.trim(), known)) throw refused(member);
    place[known.column] = value.trim() === '' ? null : value.trim();
  }
  return place as GivenPlace;
};

const isFit = (value: string, { column, most }: (typeof MEMBERS)[keyof typeof MEMBERS]): boolean =>
  value.length <= most && !UNPRINTABLE.test(value) && (column !== 'site' || value === '' || SITE.test(value));

const parse = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    // The parser's own error quotes what it read: it is no cause to hand on.
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw refused('-');
};

const refused = (member: string): TeachingError =>
  new TeachingError('separation.place', { member, members: Object.keys(MEMBERS).join(', ') }, { exitCode: EXIT.usage });
