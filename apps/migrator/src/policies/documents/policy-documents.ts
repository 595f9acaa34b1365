import { LANGUAGES, type Language } from '#libs/messages';
import { SourceCatalogue } from '#libs/services';
import { readCodeLists, readPolicies } from '#libs/services';
import { dictionaryData } from './dictionary-data.js';
import { dictionary } from './dictionary.js';
import type { Document } from '#libs/services';
import { noticeData } from './notice-data.js';
import { notice } from './notice.js';
import { registerData } from './register-data.js';
import { register } from './register.js';
import { toHtml } from '#libs/services';
import { toMarkdown } from './to-markdown.js';

/** The documents that are written from the configuration. */
export const DOCUMENT_NAMES = ['dictionary', 'register', 'notice'] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];
export const FORMATS = ['html', 'md', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** A document in words, and the data that it is made of. */
export interface PolicyDocument {
  readonly name: DocumentName;
  readonly data: object;
  inWords(lang: Language): Document;
}

/**
 * Makes a document from a configuration folder; needs no store.
 * @throws TeachingError where a policy or a profile is not sound
 */
export const policyDocument = (configDir: string, name: DocumentName): PolicyDocument => {
  const book = readPolicies(configDir);
  switch (name) {
    case 'dictionary': {
      const data = dictionaryData(book, new SourceCatalogue(configDir).documents(), readCodeLists(configDir));
      return { name, data, inWords: (lang) => dictionary(data, book, lang) };
    }
    case 'register': {
      const data = registerData(book);
      return { name, data, inWords: (lang) => register(data, lang) };
    }
    case 'notice': {
      const data = noticeData(book);
      return { name, data, inWords: (lang) => notice(data, lang) };
    }
  }
};

/** A file of a document: `register.fr.html`; the data are the same in every language, `register.json`. */
export interface DocumentFile {
  readonly file: string;
  readonly text: string;
}

/** The files of a document in the given formats, in every language. */
export const documentFiles = (document: PolicyDocument, formats: readonly Format[]): readonly DocumentFile[] =>
  formats.flatMap((format) =>
    format === 'json'
      ? [{ file: `${document.name}.json`, text: documentText(document, format, 'en') }]
      : LANGUAGES.map((lang) => ({
          file: `${document.name}.${lang}.${format}`,
          text: documentText(document, format, lang),
        })),
  );

/** A document in one format and language, as a file holds it. */
export const documentText = (document: PolicyDocument, format: Format, lang: Language): string => {
  if (format === 'json') return `${JSON.stringify(document.data, null, 2)}\n`;
  return format === 'html' ? toHtml(document.inWords(lang)) : toMarkdown(document.inWords(lang));
};
