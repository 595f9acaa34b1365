import type { Entity } from '#libs/domain';
import type { Bilingual, PolicyAction, PolicyBook, Precision, RetentionKind } from '#libs/minimiser';

/** A field that an import would treat otherwise. */
export interface FieldChange {
  readonly entity: Entity;
  readonly field: string;
  readonly title: Bilingual;
  readonly before: PolicyAction;
  readonly after: PolicyAction;
}

/** A purpose that would see more or less of a field, and who reads for it. */
export interface AccessChange {
  readonly purpose: string;
  readonly title: Bilingual;
  readonly entity: Entity;
  readonly field: string;
  readonly fieldTitle: Bilingual;
  readonly before: Precision;
  readonly after: Precision;
  readonly recipients: readonly string[];
}

/** A purpose that would have other recipients, or other permissions as a whole. */
export interface PurposeChange {
  readonly purpose: string;
  readonly title: Bilingual;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
  /** Names of the switches that are turned: `protectedAddress`, `sensitiveActs`, `aggregatesOnly`, `whileRestricted`. */
  readonly switches: readonly { readonly name: string; readonly before: boolean; readonly after: boolean }[];
}

/** A kind of data that would be kept for another time, or whose period would run from elsewhere. */
export interface RetentionChange {
  readonly kind: string;
  readonly title: Bilingual;
  readonly before: RetentionKind | null;
  readonly after: RetentionKind | null;
}

/** A field that would be kept like another kind. */
export interface RetentionMove {
  readonly entity: Entity;
  readonly field: string;
  readonly title: Bilingual;
  readonly before: string | null;
  readonly after: string | null;
}

/** All differences between two versions of the policies. */
export interface PolicyChanges {
  readonly fields: readonly FieldChange[];
  readonly access: readonly AccessChange[];
  readonly purposes: readonly PurposeChange[];
  readonly retention: readonly RetentionChange[];
  readonly moved: readonly RetentionMove[];
  /** Whether other dates would count as a contact. */
  readonly contacts: boolean;
}

/** The names of two versions, each once, the old order first. */
export const eitherKeys = (before: object, after: object): readonly string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];

/** Fields that either version names. */
export const eitherFields = (before: PolicyBook, after: PolicyBook): readonly PolicyBook['fields'][number][] => [
  ...before.fields,
  ...after.fields.filter(({ entity, field }) => before.field(entity, field) === null),
];
