import { runName } from '#libs/domain';
import type { Language, Text } from '#libs/messages';
import type { ImportObserver } from '../../imports/import-request.js';
import type { CommandContext } from '../definition/index.js';
import type { Output } from '../output/output.js';

const OPENING: Text = { en: 'opening', fr: 'ouverture' };
const READING: Text = { en: 'reading, bytes', fr: 'lecture, octets' };
const LOADING: Text = { en: 'loading, records', fr: 'chargement, enregistrements' };
const RESUMING: Text = {
  en: 'An earlier import was interrupted and is finished first:',
  fr: "Un import précédent a été interrompu ; il est d'abord terminé :",
};

/** Shows an import: bytes while files are read, records while they are loaded. */
export const importProgress = async (
  open: CommandContext['progress'],
  out: Output,
  lang: Language,
): Promise<ImportObserver & { done(): void }> => {
  const progress = await open(OPENING[lang]);
  let phase: Text = OPENING;
  const enter = (next: Text, total: number): void => {
    if (phase !== next) progress.phase(next[lang], total);
    phase = next;
  };
  return {
    surveying: (bytes, total) => {
      enter(READING, total);
      progress.reach(bytes);
    },
    loading: (records, total) => {
      enter(LOADING, total);
      progress.reach(records);
    },
    resuming: (run) => {
      out.note(`${RESUMING[lang]} ${runName(run.id)}`);
    },
    done: () => progress.done(),
  };
};
