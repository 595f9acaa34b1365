import { EXIT, type ExitCode } from '#libs/domain';
import { type CommandContext, defineCommand } from '../definition/index.js';
import { SUMMARIES } from './summaries.js';

const PAGE = 5_000;

export const command = defineCommand({
  name: 'links',
  summary: SUMMARIES.links,
  description: {
    en: 'One line for each source person, with the person that it is: source persons of one person bear the same first id. As --json NDJSON. Until `passerelle link` has run, each source person is a person of its own.',
    fr: "Une ligne par personne d'origine, avec la personne qu'elle est : celles qui n'en font qu'une portent le même premier identifiant. Avec --json en NDJSON. Tant que `passerelle link` n'a pas tourné, chaque personne d'origine est une personne à part.",
  },
  examples: [
    { command: 'passerelle links --json', text: { en: 'All links as NDJSON', fr: 'Tous les liens en NDJSON' } },
  ],
  run: (context) => printLinks(context),
});

const printLinks = async ({ out, signal, settings }: CommandContext<object, object>): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { FIRST_ID, pageLinks } = await import('#libs/store');
  await withEngine(await settings(), { queue: false }, async ({ database }) => {
    for (let after: string | null = FIRST_ID; after !== null;) {
      signal.throwIfAborted();
      const from: string = after;
      const { links, next } = await database.session((client) => pageLinks(client, from, PAGE));
      for (const { personId, system, site, sourceId } of links) {
        if (out.isJson) await out.ndjson({ personId, system, site, sourceId });
        else out.line(`${personId}  ${system}  ${site}  ${sourceId}`);
      }
      after = next;
    }
  });
  return EXIT.done;
};
