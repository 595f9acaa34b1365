import { EXIT, type ExitCode } from '#libs/domain';
import { fillText, type Language, type Text } from '#libs/messages';
import type { FileDecision } from '../../retention/keep-person.js';
import type { RetentionRules } from '../../retention/retention-rules.js';
import type { RightsDesk } from '#libs/services';
import type { CommandContext } from '../definition/index.js';
import type { Output } from '../output/output.js';
import { subjectAddress } from './subject-words.js';

const TEXTS = {
  kept: { en: 'Kept until {until}, under {incident}:', fr: 'Conservé jusqu’au {until}, sous {incident} :' },
  released: { en: 'No longer kept beyond the period:', fr: 'N’est plus conservé au-delà de sa durée :' },
  noted: { en: 'Contact noted:', fr: 'Contact noté :' },
  archived: {
    en: 'The period is over: the file is out of active use from now on.',
    fr: 'La durée est écoulée : le dossier est dès maintenant hors d’usage courant.',
  },
  due: {
    en: 'By what is known now, its period is over on {day}.',
    fr: 'D’après ce qui est connu à ce jour, sa durée s’achève le {day}.',
  },
  undated: { en: 'No day of contact is known.', fr: 'Aucun jour de contact n’est connu.' },
  dryRun: { en: 'Dry run: nothing was kept of this.', fr: 'Essai à blanc : rien n’en a été conservé.' },
} as const satisfies Record<string, Text>;

type Common = Pick<CommandContext, 'out' | 'lang' | 'settings' | 'dryRun'>;
interface About<O> extends Common {
  readonly args: { readonly person: string };
  readonly options: O & { readonly incident: string };
}

/** Keeps a file longer. */
export const keep = async (context: About<{ readonly reason: string; readonly until: string }>): Promise<ExitCode> => {
  const { keepPerson } = await import('../../retention/keep-person.js');
  const { reason: ground, until, incident } = context.options;
  const request = { person: context.args.person, ground, until, incident };
  return decide(context, (desk, rules) => keepPerson(desk, rules, request, context.dryRun));
};

/** Ends that. */
export const release = async (context: About<object>): Promise<ExitCode> => {
  const { releasePerson } = await import('../../retention/keep-person.js');
  const request = { person: context.args.person, incident: context.options.incident };
  return decide(context, (desk, rules) => releasePerson(desk, rules, request, context.dryRun));
};

/** Notes a contact. */
export const contactWith = async (context: About<{ readonly on: string }>): Promise<ExitCode> => {
  const { noteContactWith } = await import('../../retention/keep-person.js');
  const { on: day, incident } = context.options;
  const request = { person: context.args.person, day, incident };
  return decide(context, (desk, rules) => noteContactWith(desk, rules, request, context.dryRun));
};

const decide = async (
  { out, lang, settings, dryRun }: Common,
  work: (desk: RightsDesk, rules: RetentionRules) => Promise<FileDecision>,
): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { openDesk } = await import('../../engine/open-desk.js');
  const { readRetentionRules } = await import('../../retention/retention-rules.js');
  const place = await settings();
  const decision = await withEngine(place, { queue: false }, (engine) =>
    work(openDesk(engine, place), readRetentionRules(place.configDir)),
  );
  if (out.isJson) out.json(decisionView(decision, dryRun));
  print(out, lang, decision, dryRun);
  return EXIT.done;
};

/** What the commands print with `--json`: addresses of records, days, no value of a field. */
const decisionView = (
  { outcome, incident, subjects, changed, until, archived, dueOn }: FileDecision,
  dryRun: boolean,
) => ({
  ...{ dryRun, outcome, incident, changed, until, archived, dueOn },
  records: subjects.map(({ id, system, site, sourceId }) => ({ id, system, site, sourceId })),
});

const print = (out: Output, lang: Language, decision: FileDecision, dryRun: boolean): void => {
  const { outcome, until, incident, archived, dueOn } = decision;
  out.line(fillText(TEXTS[outcome][lang], { until: until ?? '', incident }));
  for (const subject of decision.subjects) out.line(`  ${subjectAddress(subject)}`);
  out.line(dueOn === null ? TEXTS.undated[lang] : fillText(TEXTS.due[lang], { day: dueOn }));
  if (archived) out.line(TEXTS.archived[lang]);
  if (dryRun) out.line(TEXTS.dryRun[lang]);
};
