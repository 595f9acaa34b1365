import { defineCommand } from '../definition/index.js';
import { SUMMARIES } from './summaries.js';
import { tokenCreate } from './token-create.js';
import { tokenList } from './token-list.js';
import { tokenRevoke } from './token-revoke.js';

export const command = defineCommand({
  name: 'token',
  summary: SUMMARIES.token,
  description: {
    en: 'A client is a program of one body, never a worker. Its token says for which purposes it may ask, about persons of which sites, which calls it may make, from where, and until when. See docs/guide/gateway.md.',
    fr: "Un client est un programme d'un organisme, jamais un agent. Son jeton dit à quelles fins il peut demander, sur les personnes de quels sites, par quels appels, d'où et jusqu'à quand. Voir docs/guide/fr/passerelle.md.",
  },
  examples: [
    { command: 'passerelle token list', text: { en: 'Who may ask for what?', fr: 'Qui peut demander quoi ?' } },
  ],
  subcommands: [tokenCreate, tokenList, tokenRevoke],
});
