import { EXIT, type ExitCode, TeachingError } from '#libs/domain';
import { fillText, formatInteger, type Text } from '#libs/messages';
import type { Checkpoint } from '#libs/store';
import type { CommandContext } from '../definition/index.js';

const TEXTS = {
  made: { en: 'The trail is signed up to entry {seq}.', fr: "Le journal est signé jusqu'à l'inscription {seq}." },
  empty: { en: 'Nothing was entered yet.', fr: "Rien n'a encore été inscrit." },
} as const satisfies Record<string, Text>;

type Context = CommandContext<object, object> & { readonly options: { readonly out: string | undefined } };

/** Signs the trail as it stands; prints the checkpoint with `--json`, adds it to a file with `--out`. */
export const checkpoint = async ({ options, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { AuditTrail, checkpointDocument } = await import('#libs/store');
  const made = await withEngine(await settings(), { queue: false }, (engine) => engine.get(AuditTrail).checkpoint());
  if (made !== null && options.out !== undefined) await handOver(options.out, made);
  if (out.isJson) out.json({ checkpoint: made === null ? null : checkpointDocument(made) });
  if (made === null) out.line(TEXTS.empty[lang]);
  else out.line(fillText(TEXTS.made[lang], { seq: formatInteger(made.seq, lang) }));
  return EXIT.done;
};

const handOver = async (file: string, made: Checkpoint): Promise<void> => {
  const { appendCheckpoint } = await import('#libs/store');
  try {
    await appendCheckpoint(file, made);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === undefined) throw error;
    throw new TeachingError('audit.checkpoint-file', { file, reason }, { place: { file }, cause: error });
  }
};
