import { isDeepStrictEqual } from 'node:util';
import type { PolicyBook } from '#libs/minimiser';
import {
  type AccessChange,
  eitherFields,
  eitherKeys,
  type FieldChange,
  type PolicyChanges,
  type PurposeChange,
  type RetentionChange,
  type RetentionMove,
} from './policy-changes.js';

/** What would change if `after` took the place of `before`; needs no store. */
export const comparePolicies = (before: PolicyBook, after: PolicyBook): PolicyChanges => ({
  fields: fieldChanges(before, after),
  access: accessChanges(before, after),
  purposes: purposeChanges(before, after),
  retention: retentionChanges(before, after),
  moved: retentionMoves(before, after),
  contacts: !isDeepStrictEqual(before.documents.retention.lastContact, after.documents.retention.lastContact),
});

const fieldChanges = (before: PolicyBook, after: PolicyBook): FieldChange[] =>
  eitherFields(before, after)
    .map(({ entity, field, rule }) => ({
      ...{ entity, field, title: rule.title },
      before: before.action(entity, field),
      after: after.action(entity, field),
    }))
    .filter((change) => change.before !== change.after);

const accessChanges = (before: PolicyBook, after: PolicyBook): AccessChange[] =>
  eitherKeys(before.documents.purposes.purposes, after.documents.purposes.purposes).flatMap((purpose) => {
    const known = after.purpose(purpose) ?? before.purpose(purpose);
    if (known === null) return [];
    return eitherFields(before, after)
      .map(({ entity, field, rule }) => ({
        ...{ purpose, title: known.title, entity, field, fieldTitle: rule.title, recipients: known.recipients },
        before: before.precision(purpose, entity, field),
        after: after.precision(purpose, entity, field),
      }))
      .filter((change) => change.before !== change.after || isOtherwiseGeneralised(before, after, change));
  });

/** The same precision may say more: the month in place of the year. */
const isOtherwiseGeneralised = (
  before: PolicyBook,
  after: PolicyBook,
  { entity, field, after: precision }: AccessChange,
): boolean =>
  precision === 'generalised' && before.field(entity, field)?.generalise !== after.field(entity, field)?.generalise;

const SWITCHES = ['aggregatesOnly', 'protectedAddress', 'sensitiveActs', 'whileRestricted', 'whileArchived'] as const;

const purposeChanges = (before: PolicyBook, after: PolicyBook): PurposeChange[] =>
  eitherKeys(before.documents.purposes.purposes, after.documents.purposes.purposes).flatMap((purpose) => {
    const [was, is] = [before.purpose(purpose), after.purpose(purpose)];
    const title = (is ?? was)?.title;
    if (title === undefined) return [];
    const [had, has] = [was?.recipients ?? [], is?.recipients ?? []];
    const change: PurposeChange = {
      ...{ purpose, title },
      gains: has.filter((recipient) => !had.includes(recipient)),
      loses: had.filter((recipient) => !has.includes(recipient)),
      switches: SWITCHES.map((name) => ({ name, before: was?.[name] === true, after: is?.[name] === true })).filter(
        (one) => one.before !== one.after,
      ),
    };
    return change.gains.length + change.loses.length + change.switches.length === 0 ? [] : [change];
  });

const retentionChanges = (before: PolicyBook, after: PolicyBook): RetentionChange[] => {
  const [had, has] = [before.documents.retention.kinds, after.documents.retention.kinds];
  return eitherKeys(had, has).flatMap((kind) => {
    const [was, is] = [had[kind] ?? null, has[kind] ?? null];
    const title = (is ?? was)?.title;
    const same = was?.period === is?.period && was?.from === is?.from && was?.then === is?.then;
    return same || title === undefined ? [] : [{ kind, title, before: was, after: is }];
  });
};

const retentionMoves = (before: PolicyBook, after: PolicyBook): RetentionMove[] =>
  eitherFields(before, after)
    .map(({ entity, field, rule }) => ({
      ...{ entity, field, title: rule.title },
      before: before.retentionOf(entity, field)?.name ?? null,
      after: after.retentionOf(entity, field)?.name ?? null,
    }))
    .filter((move) => move.before !== move.after);
