import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TeachingError } from '#libs/domain';
import { ConfigError } from './config-error.js';
import { readYamlConfig } from './read-yaml-config.js';

const SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['name', 'tables'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9]+$' },
    mode: { enum: ['full', 'delta'] },
    tables: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['key'],
        additionalProperties: false,
        properties: {
          key: { type: 'string' },
          columns: { type: 'array', minItems: 1, items: { type: 'string' } },
          rule: {
            anyOf: [
              { type: 'string' },
              { type: 'object', required: ['from'], properties: { from: { type: 'string' } } },
            ],
          },
        },
      },
    },
  },
};

let folder: string;
let file: string;
let schema: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
  file = join(folder, 'source.yml');
  schema = join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify(SCHEMA));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function violations(...lines: readonly string[]): readonly string[] {
  writeFileSync(file, `${lines.join('\n')}\n`);
  try {
    readYamlConfig(file, schema);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error).toMatchObject({
      code: 'config.invalid',
      exitCode: 2,
      args: { file, count: error.violations.length },
    });
    expect(error.place).toEqual(error.violations[0]?.place);
    return error.violations.map(({ code, place, path }) => `${place.line}:${place.column} ${code} ${path}`);
  }
  return [];
}

describe('a YAML configuration', () => {
  it('is handed over frozen to its depth', () => {
    expect(violations('name: coordin', 'tables: { USAGERS: { key: ID, columns: [A] } }')).toEqual([]);
    const data = readYamlConfig<{ tables: { USAGERS: { columns: string[] } } }>(file, schema);
    expect(() => data.tables.USAGERS.columns.push('B')).toThrow(TypeError);
  });

  it('is refused with every mistake at its place, in the order of the lines', () => {
    const text = ['name: Coordin', 'mode: ful', 'tables:', '  USAGERS:', '    keys: ID', '    columns: []', '  A/B: 3'];
    expect(violations(...text)).toEqual([
      '1:7 config.pattern $.name',
      '2:7 config.value $.mode',
      '5:5 config.missing-key $.tables.USAGERS',
      '5:5 config.unknown-key $.tables.USAGERS',
      '6:14 config.rule $.tables.USAGERS.columns',
      "7:8 config.type $.tables['A/B']",
    ]);
  });

  it('reports of a choice what lies deepest, or what the choices want', () => {
    const before = ['name: a', 'tables:', '  T:', '    key: K'];
    expect(violations(...before, '    rule: { from: 3 }')).toEqual(['5:19 config.type $.tables.T.rule.from']);
    expect(violations(...before, '    rule: 3')).toEqual([
      '5:11 config.type $.tables.T.rule',
      '5:11 config.type $.tables.T.rule',
    ]);
  });

  it.each([
    ['a key given twice', ['name: a', 'name: b'], '2:1 config.duplicate-key $'],
    ['a tab', ['tables:', '\tT: 1'], '2:1 config.tab $'],
    ['an open quote', ['name: "a'], '2:1 config.syntax $'],
    ['two documents', ['name: a', '---', 'name: b'], '2:1 config.syntax $'],
  ])('is refused for %s', (_, lines, expected) => {
    expect(violations(...lines)).toContain(expected);
  });

  it('is refused for aliases that would grow without bound', () => {
    const doubled = (name: string, of: string): string =>
      `${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join()}]`;
    const bomb = ['a: &a [x]', doubled('b', 'a'), doubled('c', 'b'), doubled('d', 'c')];
    expect(violations(...bomb)).toEqual(['1:1 config.syntax $']);
  });

  it('is found through an alias', () => {
    expect(violations('name: a', 'tables:', '  T: &t', '    key: 1', '  U: *t')).toContain(
      '4:10 config.type $.tables.T.key',
    );
  });

  it('is refused when it is empty, missing or in another encoding', () => {
    expect(violations('')).toEqual(['1:1 config.type $']);
    writeFileSync(file, Buffer.from('name: \xe9', 'latin1'));
    for (const [path, reason] of [
      [file, 'ERR_ENCODING_INVALID_ENCODED_DATA'],
      [join(folder, 'nowhere.yml'), 'ENOENT'],
    ] as const) {
      expect(() => readYamlConfig(path, schema)).toThrow(
        expect.objectContaining({ code: 'config.unreadable', args: { file: path, reason } }) as TeachingError,
      );
    }
  });
});

describe('what was read before', () => {
  const write = (name: string): void => writeFileSync(file, `name: ${name}\ntables: {}\n`);

  it('is given again while the file says the same, and never longer', () => {
    write('coordin');
    const first = readYamlConfig(file, schema);
    expect(readYamlConfig(file, schema)).toBe(first);
    write('tipi');
    expect(readYamlConfig(file, schema)).toEqual({ name: 'tipi', tables: {} });
    write('4d/5');
    expect(() => readYamlConfig(file, schema)).toThrow(ConfigError);
    write('coordin');
    expect(readYamlConfig(file, schema)).toEqual(first);
  });
});
