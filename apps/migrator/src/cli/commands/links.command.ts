import { EXIT } from '#libs/domain';
import { defineCommand } from '../definition/index.js';
import { SUMMARIES } from './summaries.js';

const PAGE = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

export const command = defineCommand({
  name: 'links',
  summary: SUMMARIES.links,
  description: {
    en: 'One line for each source person with the person that it is. Until identity resolution runs, each source person is a person of its own.',
    fr: "Une ligne par personne d'origine, avec la personne qu'elle est. Tant que le rapprochement d'identités ne tourne pas, chaque personne d'origine est une personne à part.",
  },
  examples: [
    { command: 'passerelle links --json', text: { en: 'All links as NDJSON', fr: 'Tous les liens en NDJSON' } },
  ],
  run: async ({ out, signal, settings }) => {
    const { withEngine } = await import('../../engine/open-engine.js');
    const { listLinks } = await import('#libs/store');
    await withEngine(await settings(), { queue: false }, async ({ database }) => {
      for (let after = FIRST; ;) {
        signal.throwIfAborted();
        const page = await database.session((client) => listLinks(client, after, PAGE));
        for (const link of page) {
          if (out.isJson) await out.ndjson(link);
          else out.line(`${link.personId}  ${link.system}  ${link.site}  ${link.sourceId}`);
        }
        // A person's id is that of the only source person it is made of, hence the place in the order.
        const last = page.at(-1);
        if (last === undefined) return;
        after = last.personId;
      }
    });
    return EXIT.done;
  },
});
