import { EXIT, TeachingError, UNIFIED_COLUMNS, type ColumnSpec } from '#libs/domain';
import {
  type AccessRequest,
  type AccessSubject,
  decideAccess,
  keyedHash,
  type PolicyBook,
  type Precision,
  PRECISIONS,
  showValues,
} from '#libs/minimiser';
import { PRESENT } from './present.js';

/** What one purpose sees of one person: decided field by field before anything is read. */
export interface PersonView {
  readonly purpose: string;
  /** Whom the reader reads for. */
  readonly recipient: string;
  /** Names of the columns that may be read, in the order of `fields.yml` (`birthPrecision` belongs to `birthDate`). */
  readonly show: readonly string[];
  /** Whether the purpose may see where somebody is who was separated from a household. */
  readonly protectedAddress: boolean;
  /** The unified fields that are shown, and how much of them. */
  readonly precisions: Readonly<Record<string, Precision>>;
  /** A value as the purpose sees it: whole, generalised, a pseudonym, or `present`. */
  shownValue(column: string, value: string | null): string | null;
}

/** Reads persons for one purpose: at the console, or for a client of the gateway. */
export interface PersonReader {
  readonly purpose: string;
  /** @param subject as the store tells it (`findAccessSubject`) */
  viewOf(subject: AccessSubject): PersonView;
}

/** Fields that a person without an address of its own borrows from its case: both entities' rules apply. */
const BORROWED: readonly string[] = ['addressLine', 'postcode', 'town'];

/** Name of a column as rules and views write it: `birth_century_known` is `birthCenturyKnown`. */
const nameOf = ({ column }: ColumnSpec): string =>
  column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

/**
 * Opens the console to a purpose. Whoever has the console and the installation's key may read for every purpose; what is seen
 * is what that purpose allows.
 * @param key the installation's key, for pseudonyms
 * @throws TeachingError `purpose.missing`, `purpose.unknown` (exit code 2), `purpose.aggregates` (exit code 4)
 */
export const personReader = (book: PolicyBook, purpose: string | undefined, key: Uint8Array): PersonReader => {
  return requestReader(book, consoleRequest(book, purpose), key);
};

/** Reads persons for a request, whoever makes it. @param key the installation's key, for pseudonyms */
export const requestReader = (book: PolicyBook, request: AccessRequest, key: Uint8Array): PersonReader => ({
  purpose: request.purpose ?? '',
  viewOf: (subject) => viewOf(book, request, subject, key),
});

/**
 * What the console asks for a purpose: for its first recipient, at all sites.
 * @throws TeachingError `purpose.missing`, `purpose.unknown` (exit code 2), `purpose.aggregates` (exit code 4)
 */
export const consoleRequest = (
  book: PolicyBook,
  purpose: string | undefined,
): AccessRequest & { readonly purpose: string; readonly recipient: string } => {
  const known = Object.keys(book.documents.purposes.purposes);
  if (purpose === undefined) throw usage('purpose.missing', { known: known.join(', ') });
  const found = book.purpose(purpose);
  if (found === null) throw usage('purpose.unknown', { purpose, known: known.join(', ') });
  if (found.aggregatesOnly) throw new TeachingError('purpose.aggregates', { purpose }, { exitCode: EXIT.refused });
  const recipient = found.recipients[0] ?? '';
  return {
    purpose,
    grant: { id: 'console', purposes: known, sites: 'all', recipients: [recipient], expires: null },
    recipient,
    now: new Date().toISOString(),
    throughCase: null,
  };
};

const usage = (code: string, args: Readonly<Record<string, string>>): TeachingError =>
  new TeachingError(code, args, { exitCode: EXIT.usage });

/** Views by what they depend on, for each set of policies and each key: a gateway makes the same few again and again. */
const VIEWS = new WeakMap<PolicyBook, WeakMap<Uint8Array, Map<string, PersonView>>>();

const viewOf = (book: PolicyBook, request: AccessRequest, subject: AccessSubject, key: Uint8Array): PersonView => {
  const { purpose, recipient } = request;
  // What forbids a person as a whole forbids every field. Where it does not, a view depends on the purpose, and on whether the
  // person is separated; the access oracle is asked through it.
  const isAdmitted = book.fields.some(
    ({ entity, field }) =>
      entity === 'person' && decideAccess(book, request, subject, entity, field).reason === 'permitted',
  );
  const views = VIEWS.get(book) ?? new WeakMap<Uint8Array, Map<string, PersonView>>();
  VIEWS.set(book, views);
  const known = views.get(key) ?? new Map<string, PersonView>();
  views.set(key, known);
  const name = JSON.stringify([purpose, recipient, isAdmitted, subject.separatedFrom.length > 0]);
  const view = known.get(name) ?? makeView(book, request, subject, key);
  // Purposes and recipients of a view that shows something are those of the policies, so that this stays small.
  if (isAdmitted) known.set(name, view);
  return view;
};

const makeView = (book: PolicyBook, request: AccessRequest, subject: AccessSubject, key: Uint8Array): PersonView => {
  const precisionOf = (field: string): Precision => {
    const own = decideAccess(book, request, subject, 'person', field).precision;
    return BORROWED.includes(field) ? least(own, decideAccess(book, request, subject, 'case', field).precision) : own;
  };
  // In the order of `fields.yml`, which is the order in which they are shown.
  const columns = book.fields
    .flatMap(({ entity, field }) =>
      entity === 'person' ? UNIFIED_COLUMNS.person.filter((one) => one.field === field) : [],
    )
    // The store has no reader for keyed hashes, and the date of the record is provenance, not a field to show.
    .filter(({ type, field }) => type !== 'key' && field !== 'sourceUpdatedOn')
    .map((spec) => ({ spec, name: nameOf(spec), precision: precisionOf(spec.field) }))
    .filter(({ precision }) => precision !== 'none');
  const purpose = request.purpose ?? '';
  const showers = new Map(columns.map((column) => [column.name, showerOf(book, purpose, column, key)]));
  return {
    purpose,
    recipient: request.recipient ?? '',
    protectedAddress: book.purpose(purpose)?.protectedAddress === true,
    show: columns.map(({ name }) => name),
    precisions: Object.fromEntries(columns.map(({ spec, precision }) => [spec.field, precision])),
    shownValue: (name, value) => showers.get(name)?.(value) ?? null,
  };
};

const least = (one: Precision, other: Precision): Precision =>
  PRECISIONS.indexOf(one) < PRECISIONS.indexOf(other) ? one : other;

/** Shows values of one column: what does not depend on the value is settled once. */
const showerOf = (
  book: PolicyBook,
  purpose: string,
  { spec, precision }: { readonly spec: ColumnSpec; readonly precision: Precision },
  key: Uint8Array,
): ((value: string | null) => string | null) => {
  const columns = [spec];
  const options = {
    generalise: book.field('person', spec.field)?.generalise ?? null,
    // Made when it is needed: preparing a keyed hash costs more than showing a value.
    pseudonym: (text: string) => keyedHash(key, ['shown', purpose, spec.field])(text),
    hides: (list: string, code: string) =>
      book.purpose(purpose)?.sensitiveActs !== true && book.isSensitive(list, code),
  };
  return (value) => {
    const field = showValues(precision, columns, [value], options);
    if (field.precision === 'none') return null;
    if (field.precision === 'presence') return field.present ? PRESENT : null;
    const [only = null] = field.values;
    return only === null ? null : String(only);
  };
};
