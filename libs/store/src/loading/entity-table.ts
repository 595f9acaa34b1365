import { type ColumnSpec, type Entity, UNIFIED_COLUMNS } from '#libs/domain';

/** Where an entity's rows live and how they are written. */
export interface EntityTable {
  readonly entity: Entity;
  readonly relation: string;
  /** Bare name, as the undo log knows it. */
  readonly name: string;
  readonly hasPerson: boolean;
  readonly unified: readonly ColumnSpec[];
  /** All columns in the order of COPY. */
  readonly columns: readonly string[];
}

const NAMES: Readonly<Record<Entity, string>> = {
  case: 'source_case',
  person: 'source_person',
  professionalAct: 'professional_act',
  aid: 'aid',
};

const LINEAGE = [
  'row_hash',
  'file_id',
  'record_no',
  'byte_offset',
  'byte_length',
  'first_run',
  'last_run',
  'absent_run',
];

const entityTable = (entity: Entity): EntityTable => {
  const hasPerson = entity === 'professionalAct' || entity === 'aid';
  const unified = UNIFIED_COLUMNS[entity];
  return {
    entity,
    name: NAMES[entity],
    relation: `passerelle.${NAMES[entity]}`,
    hasPerson,
    unified,
    columns: [
      'id',
      'site_id',
      'table_id',
      'source_key',
      ...(hasPerson ? ['person_id'] : []),
      ...unified.map((column) => column.column),
      'sealed',
      ...LINEAGE,
    ],
  };
};

/** The table of each entity. */
export const ENTITY_TABLES: Readonly<Record<Entity, EntityTable>> = {
  case: entityTable('case'),
  person: entityTable('person'),
  professionalAct: entityTable('professionalAct'),
  aid: entityTable('aid'),
};
