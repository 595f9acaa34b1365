import { join } from 'node:path';
import type { Text } from '#libs/messages';
import { readYamlConfig } from '#libs/runtime';

/** A test that holds a promise, as `docs/objections.yml` names it. */
export interface NamedTest {
  /** From the root of the checkout. */
  readonly file: string;
  /** Titles from the outermost `describe` to the test, joined as Jest prints them: ` › `. */
  readonly name: string;
}

/** What went wrong in the field once, what is done instead, and what holds it. */
export interface Objection {
  readonly id: string;
  readonly wrong: Text;
  readonly instead: Text;
  /** What of it is not built yet. */
  readonly notYet?: Text;
  readonly guide: readonly string[];
  readonly tests: readonly NamedTest[];
}

/** Between the titles of nested blocks. */
export const TITLES = ' › ';

/**
 * The objections of a checkout.
 * @param root of the checkout
 * @throws ConfigError with file, line and column where the file is not sound
 */
export const readObjections = (root: string): readonly Objection[] =>
  readYamlConfig<{ objections: readonly Objection[] }>(
    join(root, 'docs', 'objections.yml'),
    join(root, 'docs', 'objections.schema.json'),
  ).objections;

/** Every named test, once. */
export const namedTests = (objections: readonly Objection[]): readonly NamedTest[] => {
  const tests = objections.flatMap((objection) => objection.tests);
  return [...new Map(tests.map((test) => [testKey(test), test])).values()];
};

export const testKey = ({ file, name }: NamedTest): string => `${file}${TITLES}${name}`;
