import { EXIT, type ExitCode } from '#libs/domain';
import { printable, type Text } from '#libs/messages';
import type { DecisionPage } from '#libs/store';
import type { CommandContext } from '../definition/index.js';

const TEXTS = {
  none: { en: 'Nobody has decided anything yet.', fr: "Personne n'a encore rien décidé." },
  same: { en: 'one person', fr: 'une même personne' },
  never: { en: 'never one person', fr: 'jamais une même personne' },
  revoked: { en: 'revoked by', fr: 'révoquée par' },
} as const satisfies Record<string, Text>;

const PAGE = 1_000;

/** Every decision on record, the newest first, those that were revoked too. */
export const listDecisions = async ({
  out,
  lang,
  signal,
  settings,
}: CommandContext<object, object>): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { pageDecisions } = await import('#libs/store');
  const { decisionView } = await import('../../linkage/review/review-views.js');
  let shown = 0;
  await withEngine(await settings(), { queue: false }, async ({ database }) => {
    let before: number | null = null;
    do {
      signal.throwIfAborted();
      const from: number | null = before;
      const page: DecisionPage = await database.session((client) => pageDecisions(client, from, PAGE));
      shown += page.decisions.length;
      for (const decision of page.decisions) {
        const view = decisionView(decision);
        if (out.isJson) await out.ndjson(view);
        const revoked = view.revokedBy === null ? '' : `  (${TEXTS.revoked[lang]} ${printable(view.revokedBy)})`;
        out.line(
          `${view.decidedAt.slice(0, 10)}  ${view.reviewId}  ${TEXTS[view.verdict][lang]}  ` +
            `${printable(view.by)}: ${printable(view.reason)}${revoked}`,
        );
      }
      before = page.next;
    } while (before !== null);
  });
  if (shown === 0) out.line(TEXTS.none[lang]);
  return EXIT.done;
};
