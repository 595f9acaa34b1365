import type { Language, Text } from '#libs/messages';
import { runName } from '../../imports/balance-sheet.js';
import type { ImportObserver } from '../../imports/import-request.js';
import type { CommandContext } from '../definition/index.js';
import type { Output } from '../output/output.js';

const READING: Text = { en: 'reading', fr: 'lecture' };
const LOADING: Text = { en: 'loading', fr: 'chargement' };
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
  const progress = await open(READING[lang]);
  let loading = false;
  return {
    surveying: (bytes, total) => {
      progress.total(total);
      progress.reach(bytes);
    },
    loading: (records, total) => {
      if (!loading) progress.phase(LOADING[lang], total);
      loading = true;
      progress.reach(records);
    },
    resuming: (run) => {
      out.note(`${RESUMING[lang]} ${runName(run.id)}`);
    },
    done: () => progress.done(),
  };
};
