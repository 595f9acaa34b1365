import { textTokens } from '../normalise/address.js';
import { foldCode } from '../normalise/codes.js';
import { readDate } from '../normalise/dates.js';
import { wholeNames } from '../normalise/names.js';
import { remembering } from '../normalise/remembering.js';
import type { CodeField, FieldPlan, LinkagePlan, NamesField, TextField } from '../plan/linkage-plan.js';
import type { InputValues, Prepared, PreparedValue } from './prepared.js';
import { codeValue, namesValue, textValue } from './values.js';

/**
 * Normalises what is compared of one record. A value that is missing, a placeholder, or a date that no shape fits is null:
 * it weighs nothing. Never throws.
 */
export const prepare = (plan: LinkagePlan, values: InputValues): Prepared => {
  const prepared = plan.fields.map((field) => prepareField(field, values));
  for (const [given, surname] of plan.swaps) {
    if (isSaidAgain(prepared[given], prepared[surname])) prepared[given] = null;
  }
  return prepared;
};

/**
 * Whether a given name only repeats the surname: then it was lost on the way, when one name was typed into both columns. Twins
 * of whom nothing else is left would agree in everything. Whoever is really called Thomas Thomas is put to a person.
 */
function isSaidAgain(given: PreparedValue | null | undefined, surname: PreparedValue | null | undefined): boolean {
  if (given?.kind !== 'names' || surname?.kind !== 'names') return false;
  return given.wholes.every((whole) => {
    if (surname.wholes.includes(whole)) return true;
    // Only a name of several words needs splitting, on the one side or the other.
    const spaced = whole.includes(' ') || surname.wholes.some((other) => other.includes(' '));
    return spaced && whole.split(' ').every((word) => surname.parts.includes(word));
  });
}

function prepareField(field: FieldPlan, values: InputValues): PreparedValue | null {
  switch (field.kind) {
    case 'names':
      return prepareNames(field, values);
    case 'date':
      return readDate(field, values);
    case 'text':
      return prepareText(field, values);
    case 'code':
      return prepareCode(field, values);
  }
}

const namesOf = remembering(wholeNames);
const tokensOf = remembering(textTokens);

function prepareNames(field: NamesField, values: InputValues): PreparedValue | null {
  const wholes = eachOf(field, values, namesOf);
  return wholes.length === 0 ? null : namesValue(wholes.length === 1 ? wholes : [...new Set(wholes)]);
}

function prepareText(field: TextField, values: InputValues): PreparedValue | null {
  const tokens = eachOf(field, values, tokensOf);
  return tokens.length === 0 ? null : textValue(tokens.join(' '));
}

/** What is read of all columns of a field together. */
function eachOf(
  { from, language }: NamesField | TextField,
  values: InputValues,
  read: typeof namesOf,
): readonly string[] {
  const found: string[] = [];
  for (const column of from) {
    const raw = values[column] ?? '';
    if (raw !== '') for (const text of read(raw, language)) found.push(text);
  }
  return found;
}

/** The first column that holds a known code. */
function prepareCode(field: CodeField, values: InputValues): PreparedValue | null {
  for (const column of field.from) {
    const written = foldCode(values[column] ?? '');
    const code = field.aliases.get(written) ?? written;
    if (code !== '' && !field.unknown.includes(code)) return codeValue(code);
  }
  return null;
}
