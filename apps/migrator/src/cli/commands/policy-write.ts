import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, type ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import type { DocumentName, Format } from '../../policies/documents/policy-documents.js';
import type { CommandContext } from '../definition/index.js';

const WRITTEN: Text = { en: 'written', fr: 'écrit' };

interface Context extends CommandContext<object, object> {
  readonly options: { readonly out: string | undefined; readonly format: Format | undefined };
}

/** Writes a document into a folder, or prints it in the language of the session. Needs no store. */
export const writeDocument = async (
  { options, out, json, lang, settings }: Context,
  name: DocumentName,
): Promise<ExitCode> => {
  const { documentFiles, documentText, FORMATS, policyDocument } =
    await import('../../policies/documents/policy-documents.js');
  const document = policyDocument((await settings()).configDir, name);
  if (options.out === undefined) {
    if (json) out.json(document.data);
    else out.line(documentText(document, options.format ?? 'md', lang).trimEnd());
    return EXIT.done;
  }
  const files = documentFiles(document, options.format === undefined ? FORMATS : [options.format]);
  await mkdir(options.out, { recursive: true });
  for (const { file, text } of files) {
    await writeFile(join(options.out, file), text);
    out.line(`${WRITTEN[lang]} ${join(options.out, file)}`);
  }
  if (json) out.json({ files: files.map(({ file }) => file) });
  return EXIT.done;
};
