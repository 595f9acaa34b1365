import { EXIT, type ExitCode } from '#libs/domain';
import type { Language, Text } from '#libs/messages';
import type { Settings } from '#libs/runtime';
import type { DecisionAction } from '../../audit/decision-entries.js';
import type { SettlementView } from '../../linkage/review/review-views.js';
import type { Settlement, Settling } from '../../linkage/review/settle.js';
import type { CommandContext } from '../definition/index.js';
import type { Output } from '../output/output.js';
import { sourceAddress } from './review-address.js';

const TEXTS = {
  noted: { en: 'Decided and applied.', fr: 'Décidé et appliqué.' },
  would: { en: 'This would come of it (dry run):', fr: 'Voici ce qui en viendrait (essai à blanc) :' },
  later: {
    en: 'Decided. It is applied by the next `passerelle link`: a link run is under way, or rules or weights have changed.',
    fr: 'Décidé. Le prochain `passerelle link` l’appliquera : un rapprochement est en cours, ou les règles ou les poids ont changé.',
  },
  against: {
    en: 'Another decision stands against it: see `passerelle review list` and `passerelle review decisions`.',
    fr: "Une autre décision s'y oppose : voyez `passerelle review list` et `passerelle review decisions`.",
  },
  same: { en: 'one person', fr: 'une même personne' },
  never: { en: 'never one person', fr: 'jamais une même personne' },
  revoked: { en: 'decision revoked', fr: 'décision révoquée' },
} as const satisfies Record<string, Text>;

interface Decided {
  readonly by: string;
  readonly reason: string;
}
type Context<A, O> = CommandContext<object, object> & { readonly args: A; readonly options: O };

/** `review accept` and `review reject`. Exit code 3 where the decision could not be applied or does not hold. */
export const settlePair = async (
  context: Context<{ readonly review: string }, Decided>,
  verdict: 'same' | 'never',
): Promise<ExitCode> => {
  const { decisionMaker } = await import('../../linkage/review/decision-maker.js');
  const { settleReview } = await import('../../linkage/review/settle-review.js');
  const maker = decisionMaker(context.options.by, context.options.reason);
  const action = verdict === 'same' ? 'review.accept' : 'review.reject';
  return settled(context, action, (client) => settleReview(client, context.args.review, verdict, maker));
};

/** `review split`. */
export const splitApart = async (
  context: Context<{ readonly person: string }, Decided & { readonly from: readonly string[] }>,
): Promise<ExitCode> => {
  const { decisionMaker } = await import('../../linkage/review/decision-maker.js');
  const { splitPerson } = await import('../../linkage/review/split-person.js');
  const maker = decisionMaker(context.options.by, context.options.reason);
  const { person } = context.args;
  return settled(context, 'review.split', (client) => splitPerson(client, person, context.options.from, maker));
};

/** `review revoke`. */
export const takeBack = async (
  context: Context<{ readonly review: readonly string[] }, { readonly by: string }>,
): Promise<ExitCode> => {
  const { words } = await import('../../linkage/review/decision-maker.js');
  const { revokeDecision } = await import('../../linkage/review/settle-review.js');
  const by = words('by', context.options.by);
  return settled(context, 'review.revoke', async (client) => {
    const pairs = [];
    for (const review of new Set(context.args.review)) pairs.push(await revokeDecision(client, review, by));
    return pairs;
  });
};

const settled = async (
  context: CommandContext<object, object>,
  action: DecisionAction,
  settling: Settling,
): Promise<ExitCode> => {
  const { dryRun, out, lang } = context;
  const settlement = await settleIn(await context.settings(), dryRun, action, settling);
  const { settlementView } = await import('../../linkage/review/review-views.js');
  const view = settlementView(settlement, dryRun);
  if (out.isJson) out.json(view);
  printSettlement(out, lang, view);
  return view.applied && view.holds ? EXIT.done : EXIT.waiting;
};

const settleIn = async (
  settings: Settings,
  dryRun: boolean,
  action: DecisionAction,
  settling: Settling,
): Promise<Settlement> => {
  const { AuditTrail, Vault } = await import('#libs/store');
  const { decisionEntries } = await import('../../audit/decision-entries.js');
  const { withEngine } = await import('../../engine/open-engine.js');
  const { LinkRulebook } = await import('#libs/services');
  const { settle } = await import('../../linkage/review/settle.js');
  const { rules } = new LinkRulebook(settings.configDir);
  return withEngine(settings, { queue: false }, (engine) =>
    settle(engine.database, engine.get(AuditTrail), engine.get(Vault), rules, dryRun, settling, (settlement) =>
      decisionEntries(action, settlement),
    ),
  );
};

const printSettlement = (out: Output, lang: Language, view: SettlementView): void => {
  for (const { reviewId, verdict } of view.decisions) out.line(`${reviewId}: ${TEXTS[verdict ?? 'revoked'][lang]}`);
  if (!view.applied) out.line(TEXTS.later[lang]);
  else out.line(TEXTS[view.dryRun ? 'would' : 'noted'][lang]);
  if (view.applied && !view.holds) out.line(TEXTS.against[lang]);
  for (const { personId, members } of view.persons) {
    out.line(`  ${personId}  ${members.map(sourceAddress).join('  ')}`);
  }
};
