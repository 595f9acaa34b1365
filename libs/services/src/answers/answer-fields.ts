import { type Entity, UNIFIED_COLUMNS } from '#libs/domain';
import type { GoldenRules } from '#libs/linkage';
import { CASE_FIELDS, MEMBER_FIELDS } from '../cases/show-case.js';
import { AID_FIELDS } from '../forms/past-aids.js';

/** A unified field that an answer of the gateway can hold. */
export interface AnswerField {
  /** The kind of answer, by its name in the OpenAPI document. */
  readonly answer: 'Person' | 'Case' | 'Aid';
  readonly entity: Entity;
  readonly field: string;
}

/** Column of the golden rules → unified field: a date's precision belongs to the date. */
const PERSON_FIELD: ReadonlyMap<string, string> = new Map(
  UNIFIED_COLUMNS.person.map(({ column, field }) => [
    column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()),
    field,
  ]),
);

/** Every unified field that answers of the gateway can hold, each once for a kind of answer: those that the views read. */
export const answerFields = ({ attributes }: GoldenRules): readonly AnswerField[] => {
  const person = attributes.flatMap(({ of }) => of.map((column) => PERSON_FIELD.get(column) ?? column));
  return [
    ...of('Person', 'person', person),
    ...of('Case', 'case', CASE_FIELDS),
    ...of('Case', 'person', MEMBER_FIELDS),
    ...of('Aid', 'aid', AID_FIELDS),
  ];
};

const of = (answer: AnswerField['answer'], entity: Entity, fields: readonly string[]): readonly AnswerField[] =>
  [...new Set(fields)].map((field) => ({ answer, entity, field }));
