import type { PolicyDocuments, PurposeDocument } from '../policy/policy-documents.js';

const text = { en: 'x', fr: 'y' };
const purpose = (recipients: readonly string[], rest: Partial<PurposeDocument> = {}): PurposeDocument => ({
  ...{ title: text, description: text, legalBasis: 'task', recipients },
  ...{ aggregatesOnly: false, protectedAddress: false, sensitiveActs: false, whileRestricted: false },
  ...rest,
});
const category = (purposes: PolicyDocuments['fields']['categories'][string]['purposes'], tellsWhere = false) =>
  ({ title: text, special: false, legalBasis: 'task', retention: 'file', tellsWhere, purposes }) as const;

/** Policies that are small and hold one of everything that an access decision looks at. */
export const smallPolicies: PolicyDocuments = {
  fields: {
    policy: 'fields',
    version: 7,
    categories: {
      identity: category({ support: 'full', aid: 'full', rights: 'full' }),
      address: category({ support: 'full', aid: 'generalised', rights: 'full', count: 'generalised' }, true),
      act: category({ support: 'full', rights: 'presence' }),
    },
    fields: {
      person: {
        usageName: { title: text, import: 'keep', category: 'identity' },
        birthDate: {
          ...{ title: text, import: 'keep', category: 'identity', generalise: 'year' },
          purposes: { aid: 'generalised', count: 'generalised' },
        },
        postcode: { title: text, import: 'keep', category: 'address', generalise: 'arrondissement' },
        telephone: { title: text, import: 'drop', category: 'identity' },
      },
      case: { familyContext: { title: text, import: 'keep', category: 'act', purposes: { rights: 'none' } } },
    },
  },
  purposes: {
    policy: 'purposes',
    version: 3,
    register: {
      ...{ title: text, controller: text, contact: 'c', dataProtectionOfficer: text, dataProtectionContact: 'd' },
      ...{ persons: [text], transfers: text, security: [text] },
    },
    legalBases: { task: { title: text, text } },
    recipients: { office: { title: text, what: text }, workers: { title: text, what: text } },
    purposes: {
      support: purpose(['workers'], { protectedAddress: true, sensitiveActs: true, whileArchived: true }),
      aid: purpose(['office', 'workers']),
      rights: purpose(['office'], { protectedAddress: true, whileRestricted: true, whileArchived: true }),
      count: purpose(['office'], { aggregatesOnly: true }),
    },
  },
  retention: {
    policy: 'retention',
    version: 1,
    kinds: { file: { title: text, period: '24 months', from: 'lastContact', then: 'delete', source: text } },
    announce: '30 days',
    lastContact: { dates: ['professionalAct.occurredOn'], otherwise: [], household: false },
  },
  store: { policy: 'store', version: 1, shared: {}, tables: {} },
};
