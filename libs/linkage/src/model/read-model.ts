import type { LinkagePlan } from '../plan/linkage-plan.js';
import { checkModel } from './check-model.js';
import type { FieldModel, LinkageModel, TrainedOn } from './linkage-model.js';
import { ModelRefused } from './model-refused.js';

type Plain = Readonly<Record<string, unknown>>;

/**
 * A model from parsed JSON, checked against the plan that it is to serve.
 * @throws {ModelRefused} `malformed` names the place in the document; further reasons as in `checkModel`.
 */
export function readModel(plan: LinkagePlan, document: unknown): LinkageModel {
  const root = objectAt(document, '');
  return checkModel(plan, {
    version: numberAt(root.version, 'version'),
    linkage: textAt(root.linkage, 'linkage'),
    linkageVersion: numberAt(root.linkageVersion, 'linkageVersion'),
    prior: numberAt(root.prior, 'prior'),
    fields: eachOf(root.fields, 'fields', fieldAt),
    frequencies: eachOf(root.frequencies, 'frequencies', (value, place) => eachOf(value, place, shareAt)),
    trainedOn: trainedOnAt(root.trainedOn),
  });
}

function fieldAt(value: unknown, place: string): FieldModel {
  const field = objectAt(value, place);
  return { m: numbersAt(field.m, `${place}.m`), u: numbersAt(field.u, `${place}.u`) };
}

function trainedOnAt(value: unknown): TrainedOn {
  const counts = objectAt(value, 'trainedOn');
  const count = (name: string): number => numberAt(counts[name], `trainedOn.${name}`);
  return {
    records: count('records'),
    candidatePairs: count('candidatePairs'),
    randomPairs: count('randomPairs'),
    expectedMatches: count('expectedMatches'),
    keysUsed: listAt(counts.keysUsed, 'trainedOn.keysUsed').map((name) => textAt(name, 'trainedOn.keysUsed')),
  };
}

function eachOf<T>(value: unknown, place: string, read: (value: unknown, place: string) => T): Record<string, T> {
  const entries = Object.entries(objectAt(value, place));
  return Object.fromEntries(entries.map(([name, one]) => [name, read(one, `${place}.${name}`)]));
}

function objectAt(value: unknown, place: string): Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(place);
  return value as Plain;
}

function numbersAt(value: unknown, place: string): number[] {
  return listAt(value, place).map((one) => numberAt(one, place));
}

function listAt(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw malformed(place);
  return value;
}

function numberAt(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw malformed(place);
  return value;
}

/** A place below `frequencies` would hold a name: only the field is told. */
function shareAt(value: unknown, place: string): number {
  const share = numberAt(value, place.split('.').slice(0, 2).join('.'));
  if (share <= 0 || share > 1) throw malformed(place.split('.').slice(0, 2).join('.'));
  return share;
}

function textAt(value: unknown, place: string): string {
  if (typeof value !== 'string') throw malformed(place);
  return value;
}

const malformed = (place: string): ModelRefused => new ModelRefused('malformed', { place: place || '(root)' });
