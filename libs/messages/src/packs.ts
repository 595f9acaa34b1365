import { fileReasonMessages } from './file-reasons.messages.js';
import { programMessages } from './program.messages.js';
import { recordReasonMessages } from './record-reasons.messages.js';
import type { MessagePack } from './teaching.js';
import type { Text } from './text.js';
import { usageMessages } from './usage.messages.js';

/** The messages of one subject under the heading that `passerelle explain` gives them. */
export interface Pack {
  readonly name: string;
  readonly title: Text;
  readonly messages: MessagePack;
}

/** Every pack, in the order in which `passerelle explain` lists them. A new subject is one import and one line. */
export const PACKS: readonly Pack[] = [
  {
    name: 'record',
    title: { en: 'A record waits in quarantine', fr: 'Un enregistrement attend en quarantaine' },
    messages: recordReasonMessages,
  },
  {
    name: 'file',
    title: { en: 'A file is refused whole', fr: 'Un fichier est refusé en entier' },
    messages: fileReasonMessages,
  },
  {
    name: 'usage',
    title: { en: 'The command line', fr: 'La ligne de commande' },
    messages: usageMessages,
  },
  {
    name: 'program',
    title: { en: 'A command while it runs', fr: 'Une commande en cours' },
    messages: programMessages,
  },
];
