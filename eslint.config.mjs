import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What a library may import of ours. Arrows point one way: apps → libs; the pure ones know the domain only. */
const MAY_IMPORT = {
  domain: [],
  messages: ['domain'],
  adapters: ['domain'],
  mappers: ['domain'],
  minimiser: ['domain'],
  linkage: ['domain'],
  runtime: ['domain'],
  queue: ['domain'],
  store: ['domain', 'minimiser'],
  services: ['domain', 'messages', 'mappers', 'minimiser', 'linkage', 'runtime', 'store'],
};
const LIBRARIES = Object.keys(MAY_IMPORT);

/** Pure libraries: no framework, no database, no queue, no file system. */
const PURE = ['domain', 'messages', 'adapters', 'mappers', 'minimiser', 'linkage'];
const IMPURE_PACKAGES = [
  '@nestjs/*',
  'typeorm',
  'bullmq',
  'ioredis',
  'pg',
  'pg-*',
  'pino',
  'node:fs',
  'node:fs/*',
  'fs',
];

const wall = (library) => {
  const forbidden = LIBRARIES.filter((other) => other !== library && !MAY_IMPORT[library].includes(other));
  return {
    files: [`libs/${library}/**/*.ts`],
    ignores: ['**/*.spec.ts', '**/testing/**', 'libs/*/test/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...forbidden.map((other) => `#libs/${other}`), `#libs/${library}`],
              message: `libs/${library} may import ${MAY_IMPORT[library].map((one) => `#libs/${one}`).join(', ') || 'no library'} only.`,
            },
            { group: ['**/apps/**'], message: 'Libraries never import an application.' },
            ...(PURE.includes(library)
              ? [{ group: IMPURE_PACKAGES, message: 'A pure library: no framework, database, queue or file system.' }]
              : []),
          ],
        },
      ],
    },
  };
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', '.passerelle/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Code points, not graphemes, are what our texts are cut by.
      '@typescript-eslint/no-misused-spread': 'off',
      // Nest takes plain objects for classes of options; a caller names the type that a YAML file is read as.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Control characters are what these expressions look for.
      'no-control-regex': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Bounds checks under noUncheckedIndexedAccess look unnecessary to the rule where a tuple's type is known.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'libs/runtime reads the environment, nobody else.' },
      ],
      'no-console': 'error',
    },
  },
  ...LIBRARIES.map(wall),
  {
    files: ['apps/migrator/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/gateway/src/**'], message: 'Applications never import each other.' }] },
      ],
    },
  },
  {
    files: ['apps/gateway/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/migrator/src/**'], message: 'Applications never import each other.' }] },
      ],
    },
  },
  {
    // The environment is read by the runtime's settings, and by the command line's language (see cli/host.ts).
    files: [
      'libs/runtime/src/**/*.ts',
      'apps/migrator/src/cli/host.ts',
      'test/**/*.ts',
      '**/*.spec.ts',
      'libs/*/test/**/*.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', '**/testing/**/*.ts', 'libs/*/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        globalThis: 'readonly',
      },
    },
  },
);
