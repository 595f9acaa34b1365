import { EXIT, type ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import type { CommandContext } from '../definition/index.js';
import { fieldWord } from './review-words.js';

const TEXTS = {
  none: { en: 'The trail holds nothing about it.', fr: "Le journal n'en dit rien." },
} as const satisfies Record<string, Text>;

type Context = CommandContext<object, object> & {
  readonly options: Readonly<Record<'person' | 'case' | 'incident' | 'since' | 'until', string | undefined>>;
};

/** The entries about a person, a case or an incident, the oldest first. NDJSON with `--json`. */
export const list = async ({ options, out, lang, signal, settings }: Context): Promise<ExitCode> => {
  const { askTrail, checkAsked } = await import('../../audit/ask-trail.js');
  const { entryView } = await import('../../audit/entry-view.js');
  const { withEngine } = await import('../../engine/open-engine.js');
  checkAsked(options);
  const period = { since: options.since ?? null, until: options.until ?? null };
  let shown = 0;
  await withEngine(await settings(), { queue: false }, async ({ database }) => {
    for await (const entry of askTrail(database, options, period, signal)) {
      shown += 1;
      if (out.isJson) await out.ndjson(entryView(entry));
      const { seq, at, action, purpose, recipient, incident, fields, outcome, detail } = entry;
      const words = [action, purpose, recipient, incident, outcome, ...detail].filter((word) => word !== null);
      const names = fields.map((field) => fieldWord(field, lang)).join(', ');
      out.line(
        `${String(seq).padStart(8)}  ${at.slice(0, 19)}Z  ${words.join(' · ')}${names === '' ? '' : `: ${names}`}`,
      );
    }
  });
  if (shown === 0) out.line(TEXTS.none[lang]);
  return EXIT.done;
};
