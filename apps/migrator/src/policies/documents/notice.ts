import type { Language } from '#libs/messages';
import { type Document, heading, list, paragraph } from '#libs/services';
import type { NoticeData } from './notice-data.js';
import { NOTICE_TEXTS as TEXTS } from './notice-texts.js';
import { colon, EVENT_WORDS, periodWords, SPECIAL_WORDS } from '#libs/services';

/** The information for the public, one page. */
export const notice = (data: NoticeData, lang: Language): Document => ({
  lang,
  title: TEXTS.title[lang],
  blocks: [
    paragraph(TEXTS.intro[lang]),
    heading(TEXTS.responsible[lang]),
    paragraph(
      `${data.controller[lang]} (${data.contact}). ${data.dataProtectionOfficer[lang]}${colon(lang)} ${data.dataProtectionContact}.`,
    ),
    heading(TEXTS.holds[lang]),
    paragraph(TEXTS.holdsIntro[lang]),
    list(data.holds.map((held) => holdsText(held, lang))),
    paragraph(droppedText(data, lang)),
    paragraph(TEXTS.empty[lang]),
    heading(TEXTS.uses[lang]),
    paragraph(TEXTS.usesIntro[lang]),
    list(data.purposes.map(({ description }) => description[lang])),
    heading(TEXTS.readers[lang]),
    paragraph(TEXTS.readersIntro[lang]),
    list(data.readers.map(({ title, what }) => `${title[lang]}${colon(lang)} ${what[lang]}`)),
    paragraph(data.transfers[lang]),
    ...periodBlocks(data, lang),
    ...rightsBlocks(data, lang),
  ],
});

/** A category of a single field is that field. */
const holdsText = ({ title, special, fields }: NoticeData['holds'][number], lang: Language): string => {
  const names = fields.map((field) => field[lang]).join(', ');
  const named = fields.length === 1 ? title[lang] : `${title[lang]}${colon(lang)} ${names}`;
  if (special === false) return named;
  return `${named} (${TEXTS.special[lang]}${colon(lang)} ${SPECIAL_WORDS[special as keyof typeof SPECIAL_WORDS][lang]})`;
};

const droppedText = ({ dropped }: NoticeData, lang: Language): string =>
  dropped.length === 0
    ? TEXTS.droppedNone[lang]
    : TEXTS.dropped[lang].replace('{fields}', () => dropped.map((field) => field[lang]).join(', '));

const periodBlocks = ({ periods }: NoticeData, lang: Language): Document['blocks'] => [
  heading(TEXTS.period[lang]),
  list(
    periods.map(({ title, period, from, onErasure }) => {
      const event = from === 'lastContact' ? TEXTS.lastContact[lang] : EVENT_WORDS[from][lang];
      const named = onErasure === 'keepWithoutIdentity' ? TEXTS.withoutName[lang] : '';
      return `${title[lang]}${colon(lang)} ${periodWords(period, lang)} ${TEXTS.after[lang]} ${event}${named}`;
    }),
  ),
  paragraph(TEXTS.periodNote[lang]),
];

const rightsBlocks = ({ dataProtectionContact }: NoticeData, lang: Language): Document['blocks'] => [
  heading(TEXTS.rights[lang]),
  paragraph(TEXTS.rightsIntro[lang]),
  list([TEXTS.see, TEXTS.mend, TEXTS.erase, TEXTS.refuse].map((text) => text[lang])),
  paragraph(TEXTS.how[lang].replace('{contact}', () => dataProtectionContact)),
  paragraph(TEXTS.complain[lang]),
  paragraph(TEXTS.help[lang]),
];
