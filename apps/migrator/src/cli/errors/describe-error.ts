import { EXIT, TeachingError, type ExitCode, type Place } from '#libs/domain';
import { messageFor, printable, type Language, type Teaching } from '#libs/messages';
import type { ConfigViolation } from '#libs/runtime';
import { describeFault } from './fault.js';

/** One of several things that are wrong at once, as in a configuration file. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly place: Place;
  /** Where in the data: `$.tables.USAGERS.columns[3]`. */
  readonly path: string;
}

/** An error as it is told, in text or as JSON. */
export interface ToldError {
  readonly code: string;
  readonly teaching: Teaching;
  readonly place?: Place;
  /** Which of the things that the code stands for it was, by a code of its own. */
  readonly detail?: { readonly code: string; readonly message: string };
  /** The valid word that was probably meant. */
  readonly nearest?: string;
  readonly findings: readonly Finding[];
  readonly exitCode: ExitCode;
}

/** Turns whatever was thrown into what may be told: teaching for a user's mistake, name and place for a fault. */
export function describeError(error: unknown, lang: Language): ToldError {
  const teaching = error instanceof TeachingError ? messageFor(error.code, lang, error.args) : undefined;
  if (!(error instanceof TeachingError) || teaching === undefined) return describeUnforeseen(error, lang);
  const { code, place, exitCode } = error;
  const nearest = error.args['nearest'];
  const detail = describeDetail(error, lang);
  return {
    code,
    teaching,
    exitCode,
    findings: hasViolations(error) ? error.violations.map((violation) => describeFinding(violation, lang)) : [],
    ...(place === undefined ? {} : { place }),
    ...(detail === undefined ? {} : { detail }),
    ...(nearest === undefined ? {} : { nearest: printable(String(nearest)) }),
  };
}

/** A detail that the catalogue does not know is left out: the code itself is told. */
function describeDetail({ detail }: TeachingError, lang: Language): ToldError['detail'] {
  const message = detail === undefined ? undefined : messageFor(detail.key, lang, detail.args ?? {})?.what;
  return detail === undefined || message === undefined ? undefined : { code: detail.key, message };
}

function describeUnforeseen(error: unknown, lang: Language): ToldError {
  // A code that the catalogue lacks is our fault too, and its name tells more than the place that threw it.
  const fault = error instanceof TeachingError ? error.code : describeFault(error);
  const teaching = messageFor('program.fault', lang, { fault });
  if (teaching === undefined) throw new Error('the catalogue lacks program.fault');
  const exitCode = error instanceof TeachingError ? error.exitCode : EXIT.failed;
  return { code: 'program.fault', teaching, findings: [], exitCode };
}

function describeFinding({ code, args, place, path }: ConfigViolation, lang: Language): Finding {
  return { code, message: messageFor(code, lang, args)?.what ?? code, place, path: printable(path) };
}

/** Known by its shape: its class lives in a library that takes longer to load than most errors take to tell. */
const hasViolations = (error: TeachingError): error is TeachingError & { violations: readonly ConfigViolation[] } =>
  'violations' in error && Array.isArray(error.violations);
