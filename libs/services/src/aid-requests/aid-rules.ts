import { join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import type { PolicyBook } from '#libs/minimiser';
import { placeInYaml, readYamlConfig } from '#libs/runtime';

interface Text {
  readonly en: string;
  readonly fr: string;
}

/** A field that a text requires for an aid; `text` is a key of `texts`. */
export interface LegalNeed {
  readonly field: string;
  readonly text: string;
}

/** `aids.yml`: what can be asked for, what the law requires for it, and the words of decisions. */
export interface AidRules {
  readonly version: number;
  readonly form: { readonly person: readonly string[] };
  /** Fields of the contract of mutual engagement, in its order. */
  readonly contract: readonly string[];
  readonly texts: Readonly<Record<string, Text>>;
  /** By codes of the list `aidNature`. */
  readonly kinds: Readonly<Record<string, { readonly requires: readonly LegalNeed[] }>>;
  readonly reasons: Readonly<Record<string, Text>>;
  readonly documents: Readonly<Record<string, Text>>;
  /** Until when papers are waited for where nobody says a day. */
  readonly adjournment?: { readonly days: number };
  readonly appeal: { readonly days: number; readonly way: Text; readonly text: Text };
}

/**
 * Reads `aids.yml` and holds it against the policies and itself.
 * @throws ConfigError, or TeachingError `config.unreadable`, `aid-rules.field`, `aid-rules.text`, with file, line and column;
 * exit code 2
 */
export const readAidRules = (configDir: string, book: PolicyBook): AidRules => {
  const file = join(configDir, 'aids.yml');
  const rules = readYamlConfig<AidRules>(file, join(configDir, 'schema', 'aids.schema.json'));
  const refuse = (code: string, name: string, path: readonly (string | number)[]): never => {
    throw new TeachingError(code, { name }, { place: placeInYaml(file, path), exitCode: EXIT.usage });
  };
  const checkField = (field: string, path: readonly (string | number)[]): void => {
    // A field that no policy keeps could never be filled: asking for it would be asking for what nobody may store.
    if (!book.keeps('person', field)) refuse('aid-rules.field', field, path);
  };
  rules.form.person.forEach((field, at) => checkField(field, ['form', 'person', at]));
  rules.contract.forEach((field, at) => checkField(field, ['contract', at]));
  for (const [kind, { requires }] of Object.entries(rules.kinds)) {
    requires.forEach(({ field, text }, at) => {
      checkField(field, ['kinds', kind, 'requires', at, 'field']);
      if (rules.texts[text] === undefined) refuse('aid-rules.text', text, ['kinds', kind, 'requires', at, 'text']);
    });
  }
  return rules;
};
