import { EXIT, type ExitCode } from '#libs/domain';
import { allCodes, codeGroups, messageFor, type Language, type Text } from '#libs/messages';
import { argument, defineCommand } from '../definition/index.js';
import type { Output } from '../output/output.js';
import { unknownWord } from '../parsing/usage-error.js';
import { SUMMARIES } from './summaries.js';

const HEADINGS: Readonly<Record<'why' | 'next', Text>> = {
  why: { en: 'Why', fr: 'Pourquoi' },
  next: { en: 'What to do', fr: 'Que faire' },
};

export const command = defineCommand({
  name: 'explain',
  summary: SUMMARIES.explain,
  description: {
    en: 'Codes stand in balance sheets, in the quarantine and at the end of each error message. Without a code, all of them are listed. A word as <file> stands for what a real message names.',
    fr: "Les codes figurent dans les bilans, dans la quarantaine et à la fin de chaque message d'erreur. Sans code, ils sont tous listés. Un mot comme <file> remplace ce qu'un vrai message nomme.",
  },
  arguments: {
    code: argument.optional({
      metavar: 'CODE',
      text: { en: 'the code, for example date.invalid', fr: 'le code, par exemple date.invalid' },
    }),
  },
  examples: [
    {
      command: 'passerelle explain code.unmapped',
      text: {
        en: 'Why do records wait, and what to do?',
        fr: 'Pourquoi des enregistrements attendent-ils, et que faire ?',
      },
    },
    {
      command: 'passerelle explain --lang fr',
      text: { en: 'All codes, in French', fr: 'Tous les codes, en français' },
    },
  ],
  run: ({ args: { code }, out, lang }) =>
    Promise.resolve(code === undefined ? listCodes(out, lang) : explainCode(code, out, lang)),
});

function explainCode(code: string, out: Output, lang: Language): ExitCode {
  const teaching = messageFor(code, lang);
  if (teaching === undefined) throw unknownWord('usage.code', 'passerelle explain', code, allCodes());
  const group = codeGroups().find(({ codes }) => codes.includes(code));
  if (out.isJson) out.json({ code, group: group?.name, ...teaching });
  out.line(`${code} · ${group?.title[lang] ?? ''}\n\n${teaching.what}\n`);
  out.line(`${HEADINGS.why[lang]}\n  ${teaching.why}\n`);
  out.line(`${HEADINGS.next[lang]}\n  ${teaching.next}`);
  return EXIT.done;
}

/** All codes by subject, each with what it says first. */
function listCodes(out: Output, lang: Language): ExitCode {
  const groups = codeGroups().map(({ name, title, codes }) => ({
    name,
    title: title[lang],
    codes: codes.flatMap((code) => {
      const teaching = messageFor(code, lang);
      return teaching === undefined ? [] : [{ code, ...teaching }];
    }),
  }));
  if (out.isJson) out.json({ groups });
  for (const { title, codes } of groups) {
    out.line(title);
    for (const { code, what } of codes) out.line(`  ${code}\n      ${what}`);
    out.line();
  }
  return EXIT.done;
}
