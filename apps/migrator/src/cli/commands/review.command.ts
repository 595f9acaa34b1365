import type { Text } from '#libs/messages';
import { argument, defineCommand, option } from '../definition/index.js';
import { listDecisions } from './review-decisions.js';
import { list } from './review-list.js';
import { settlePair, splitApart, takeBack } from './review-settle.js';
import { show } from './review-show.js';
import { SUMMARIES } from './summaries.js';

const PAIR: Text = { en: 'the pair, as `list` names it', fr: 'la paire, telle que la nomme `list`' };
const review = { review: argument.text({ metavar: 'ID', text: PAIR }) };
const by = option.text({
  metavar: 'NAME',
  required: true,
  text: { en: 'who decides; stays on record', fr: 'qui décide ; reste consigné' },
});
const decided = {
  by,
  reason: option.text({
    metavar: 'TEXT',
    required: true,
    text: {
      en: 'why, without details of the persons; stays on record',
      fr: 'pourquoi, sans détail sur les personnes ; reste consigné',
    },
  }),
};
const listed = {
  limit: option.integer({
    metavar: 'N',
    least: 1,
    text: { en: 'this many groups at most', fr: 'au plus ce nombre de groupes' },
  }),
};
const EXAMPLE = '0a1b2c3d-4e5f6071';

export const command = defineCommand({
  name: 'review',
  summary: SUMMARIES.review,
  description: {
    en: 'Pairs of source persons that may be one person, and that only a person can tell. A decision outranks every score and survives new exports, rollbacks and new weights; it is applied at once. See docs/guide/reviewing.md.',
    fr: "Paires de personnes d'origine qui n'en font peut-être qu'une, et que seule une personne peut trancher. Une décision l'emporte sur tout score et survit aux nouveaux exports, aux annulations et aux nouveaux poids ; elle s'applique aussitôt. Voir docs/guide/fr/relecture.md.",
  },
  options: listed,
  examples: [
    {
      command: 'passerelle review',
      text: { en: 'What waits, most useful first', fr: "Ce qui attend, le plus utile d'abord" },
    },
    {
      command: `passerelle review accept ${EXAMPLE} --by "A. Martin" --reason "same social security card seen"`,
      text: { en: 'The two are one person', fr: 'Les deux sont une même personne' },
    },
  ],
  subcommands: [
    defineCommand({
      name: 'list',
      summary: {
        en: 'what waits, grouped, the question that settles most first',
        fr: "ce qui attend, groupé, la question qui tranche le plus d'abord",
      },
      options: listed,
      examples: [{ command: 'passerelle review list --json', text: { en: 'As NDJSON', fr: 'En NDJSON' } }],
      run: (context) => list(context),
    }),
    defineCommand({
      name: 'show',
      summary: { en: 'one pair side by side, with reasons', fr: 'une paire côte à côte, avec les raisons' },
      description: {
        en: 'Shows values, but only of the fields that the policies allow for the purpose `link_review`.',
        fr: 'Montre des valeurs, mais seulement des champs que les règles autorisent pour la finalité `link_review`.',
      },
      arguments: review,
      examples: [{ command: `passerelle review show ${EXAMPLE}`, text: { en: 'One pair', fr: 'Une paire' } }],
      run: (context) => show(context),
    }),
    defineCommand({
      name: 'accept',
      summary: { en: 'the two are one person', fr: 'les deux sont une même personne' },
      arguments: review,
      options: decided,
      dryRun: true,
      examples: [
        {
          command: `passerelle review accept ${EXAMPLE} --by "A. Martin" --reason "same card seen" --dry-run`,
          text: { en: 'Who would be one person then?', fr: 'Qui serait alors une même personne ?' },
        },
      ],
      run: (context) => settlePair(context, 'same'),
    }),
    defineCommand({
      name: 'reject',
      summary: { en: 'the two are never one person', fr: 'les deux ne sont jamais une même personne' },
      arguments: review,
      options: decided,
      dryRun: true,
      examples: [
        {
          command: `passerelle review reject ${EXAMPLE} --by "A. Martin" --reason "twins"`,
          text: { en: 'Keep them apart for good', fr: 'Les tenir séparées pour de bon' },
        },
      ],
      run: (context) => settlePair(context, 'never'),
    }),
    defineCommand({
      name: 'split',
      summary: { en: 'undo links for good', fr: 'défaire des liens pour de bon' },
      description: {
        en: "A source person leaves its person; with a person's id, the whole person is taken apart. The source persons are as they were before the link; nothing else moves.",
        fr: "Une personne d'origine quitte sa personne ; avec l'identifiant d'une personne, celle-ci est défaite tout entière. Les personnes d'origine sont telles qu'avant le lien ; rien d'autre ne bouge.",
      },
      arguments: {
        person: argument.text({
          metavar: 'PERSON',
          text: {
            en: 'source person as system/site/key, or id of a person',
            fr: "personne d'origine par système/site/clé, ou identifiant d'une personne",
          },
        }),
      },
      options: {
        ...decided,
        from: option.list({
          metavar: 'SOURCE',
          text: {
            en: 'away from these source persons only (system/site/key)',
            fr: "à l'écart de ces personnes d'origine seulement (système/site/clé)",
          },
        }),
      },
      dryRun: true,
      examples: [
        {
          command: 'passerelle review split tipi/psa-07/D12-2 --by "A. Martin" --reason "father and son"',
          text: { en: 'One source person leaves', fr: "Une personne d'origine s'en va" },
        },
      ],
      run: (context) => splitApart(context),
    }),
    defineCommand({
      name: 'revoke',
      summary: { en: 'take a decision back', fr: 'revenir sur une décision' },
      arguments: { review: argument.many({ metavar: 'ID', text: PAIR }) },
      options: { by },
      dryRun: true,
      examples: [
        {
          command: `passerelle review revoke ${EXAMPLE} --by "A. Martin"`,
          text: { en: 'The evidence decides again', fr: 'Les indices décident de nouveau' },
        },
      ],
      run: (context) => takeBack(context),
    }),
    defineCommand({
      name: 'decisions',
      summary: { en: 'what was decided, by whom and why', fr: 'ce qui a été décidé, par qui et pourquoi' },
      examples: [{ command: 'passerelle review decisions --json', text: { en: 'As NDJSON', fr: 'En NDJSON' } }],
      run: (context) => listDecisions(context),
    }),
  ],
  run: (context) => list(context),
});
