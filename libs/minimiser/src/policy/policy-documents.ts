import type { Entity } from '#libs/domain';

/** A text in both languages, as the policies hold them. */
export type Bilingual = Readonly<Record<'en' | 'fr', string>>;

/** What an import does with a field. */
export type PolicyAction = 'keep' | 'pseudonym' | 'drop';

/** How much of a value a purpose sees, from nothing to all of it; each includes no more than the next. */
export const PRECISIONS = ['none', 'presence', 'pseudonym', 'generalised', 'full'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** What a generalised value still says. `arrondissement` and `department` are for postcodes, `band` for numbers. */
export type Generalisation = 'year' | 'month' | 'arrondissement' | 'department' | 'band';

/** Special categories of the GDPR (articles 9 and 10); `false` is none of them. */
export type SpecialCategory =
  'health' | 'ethnicOrigin' | 'politicalOpinion' | 'religion' | 'tradeUnion' | 'sexLife' | 'genetic' | 'criminal';

type ByPurpose = Readonly<Record<string, Precision>>;

export interface CategoryDocument {
  readonly title: Bilingual;
  readonly special: false | SpecialCategory;
  /** A key of `legalBases` in purposes.yml. */
  readonly legalBasis: string;
  /** A key of `kinds` in retention.yml. */
  readonly retention: string;
  /** Tells where somebody lives or is followed: hidden once the person has been separated from a household. */
  readonly tellsWhere?: boolean;
  /** What is not named here sees nothing. */
  readonly purposes: ByPurpose;
}

export interface FieldDocument {
  readonly title: Bilingual;
  readonly import: PolicyAction;
  readonly category: string;
  /** Where this field differs from its category. */
  readonly purposes?: ByPurpose;
  readonly generalise?: Generalisation;
  readonly why?: Bilingual;
}

/** `config/policies/fields.yml` after its JSON Schema accepted it. */
export interface FieldsDocument {
  readonly policy: 'fields';
  readonly version: number;
  readonly categories: Readonly<Record<string, CategoryDocument>>;
  readonly fields: Readonly<Partial<Record<Entity, Readonly<Record<string, FieldDocument>> | null>>>;
}

export interface RecipientDocument {
  readonly title: Bilingual;
  readonly what: Bilingual;
}

export interface PurposeDocument {
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly legalBasis: string;
  /** Keys of `recipients`; the first one is whom somebody at the console reads for. */
  readonly recipients: readonly string[];
  /** Sees no single person, only counts. */
  readonly aggregatesOnly: boolean;
  /** Whether a separated person's address and unit may be released. */
  readonly protectedAddress: boolean;
  /** Whether sensitive codes (a referral about health) are seen as they are. */
  readonly sensitiveActs: boolean;
  /** Whether data under restriction (GDPR, article 18) may be read. */
  readonly whileRestricted: boolean;
  /** Whether data that are kept beyond their period, out of active use, may be read; no unless told. */
  readonly whileArchived?: boolean;
}

/** `config/policies/purposes.yml`. */
export interface PurposesDocument {
  readonly policy: 'purposes';
  readonly version: number;
  readonly register: {
    readonly title: Bilingual;
    readonly controller: Bilingual;
    readonly contact: string;
    readonly dataProtectionOfficer: Bilingual;
    readonly dataProtectionContact: string;
    readonly persons: readonly Bilingual[];
    readonly transfers: Bilingual;
    readonly security: readonly Bilingual[];
  };
  readonly legalBases: Readonly<Record<string, { readonly title: Bilingual; readonly text: Bilingual }>>;
  readonly recipients: Readonly<Record<string, RecipientDocument>>;
  readonly purposes: Readonly<Record<string, PurposeDocument>>;
}

/** The event from which a period runs. */
export type RetentionEvent =
  'lastContact' | 'paidOn' | 'entry' | 'runFinished' | 'recordErased' | 'withdrawn' | 'written';

export interface RetentionKind {
  readonly title: Bilingual;
  /** `24 months`. */
  readonly period: string;
  readonly from: RetentionEvent;
  /** What happens when the period is over. */
  readonly then: 'delete' | 'keepWithoutIdentity' | 'archive';
  /** What becomes of it when the person is erased before; deleted unless told. */
  readonly onErasure?: 'delete' | 'keepWithoutIdentity';
  /** Where the rule comes from, in words. */
  readonly source: Bilingual;
}

/** `config/policies/retention.yml`. */
export interface RetentionDocument {
  readonly policy: 'retention';
  readonly version: number;
  readonly kinds: Readonly<Record<string, RetentionKind>>;
  /** How long before it happens the end of a person's file is announced: `30 days`. */
  readonly announce: string;
  readonly lastContact: {
    /** Unified dates that count as a contact: `professionalAct.occurredOn`. */
    readonly dates: readonly string[];
    /** Asked only for a person of whom no such date is known. */
    readonly otherwise: readonly string[];
    /** Whether a contact with one member counts for every member of the household's file. */
    readonly household: boolean;
  };
}

export interface StoreColumnDocument {
  readonly category: string;
  readonly why: Bilingual;
}

/** `config/policies/store.yml`: what the store holds beside the unified fields. */
export interface StoreDocument {
  readonly policy: 'store';
  readonly version: number;
  /** Columns that mean the same in every table that has them. */
  readonly shared: Readonly<Record<string, StoreColumnDocument>>;
  readonly tables: Readonly<
    Record<
      string,
      {
        readonly what: Bilingual;
        /** Names out of `shared`. */
        readonly shared?: readonly string[];
        readonly columns?: Readonly<Record<string, StoreColumnDocument>>;
      }
    >
  >;
}

/** All policies of an installation. */
export interface PolicyDocuments {
  readonly fields: FieldsDocument;
  readonly purposes: PurposesDocument;
  readonly retention: RetentionDocument;
  readonly store: StoreDocument;
}
export type PolicyName = keyof PolicyDocuments;
