import { languageOf, type Language } from '#libs/messages';
import { describeError } from './errors/describe-error.js';
import { errorDocument, errorText } from './errors/render-error.js';
import type { Host } from './host.js';
import { Outlet } from './output/outlet.js';
import { Output } from './output/output.js';
import { readEarlyOptions } from './parsing/early-options.js';

/** One use of the program: where it speaks, and how. */
export interface Session {
  readonly host: Host;
  readonly lang: Language;
  readonly json: boolean;
  readonly out: Output;
  /** Prints what is printed whatever the form of the results: help. */
  print(text: string): void;
}

/** Settles language and form of the output, before anything can go wrong that must be told in them. */
export function openSession(words: readonly string[], host: Host): Session {
  const early = readEarlyOptions(words);
  const lang = early.lang ?? languageOf(host.environment);
  const results = new Outlet(host.stdout);
  const out = new Output(results, new Outlet(host.stderr), early.json, lang);
  return { host, lang, json: early.json, out, print: (text) => results.put(text) };
}

/** Tells what was thrown: text on stderr, or JSON on stdout with `--json`. Answers the exit code. */
export function tellError(error: unknown, { out, lang, json }: Session): number {
  const told = describeError(error, lang);
  // After a result, a second document would break whoever reads the first.
  if (json && !out.hasWrittenDocument) out.json(errorDocument(told));
  else out.note(errorText(told, lang).trimEnd());
  return told.exitCode;
}
