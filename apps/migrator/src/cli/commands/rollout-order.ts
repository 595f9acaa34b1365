import type { Text } from '#libs/messages';

/** The commands in the order in which a rollout needs them, a stage at a time. */
export const STAGES = [
  { title: { en: 'Try it out:', fr: 'Essayer :' }, names: ['demo', 'generate'] },
  { title: { en: 'Look at an export:', fr: 'Regarder un export :' }, names: ['inspect', 'read'] },
  { title: { en: 'Bring it in:', fr: "L'importer :" }, names: ['import', 'runs', 'quarantine'] },
  {
    title: { en: 'Recognise persons:', fr: 'Reconnaître les personnes :' },
    names: ['link', 'links', 'review', 'persons'],
  },
  { title: { en: 'Compare and cut over:', fr: 'Comparer et basculer :' }, names: ['reconcile', 'rollout'] },
  {
    title: { en: 'Policies and rights:', fr: 'Règles et droits :' },
    names: ['policy', 'subject', 'retention', 'statistics', 'audit'],
  },
  { title: { en: 'Serve:', fr: 'Servir :' }, names: ['token', 'worker', 'gateway', 'up'] },
  { title: { en: 'Look after it:', fr: 'Exploiter :' }, names: ['doctor', 'backup', 'restore', 'explain'] },
] as const satisfies readonly { readonly title: Text; readonly names: readonly string[] }[];

export type CommandName = (typeof STAGES)[number]['names'][number];
