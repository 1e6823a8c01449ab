import tseslint from 'typescript-eslint'
import hooks from 'eslint-plugin-react-hooks'

const banned = (selector, message) => ({ selector, message })
const unsafePage = [
  banned("JSXAttribute[name.name='dangerouslySetInnerHTML']", 'Text only: never HTML from data.'),
  banned("MemberExpression[property.name='innerHTML']", 'Text only: never HTML from data.'),
  banned("CallExpression[callee.name='eval']", 'No eval.'),
  banned('JSXOpeningElement[name.name=webview]', 'No webview.'),
]

export default tseslint.config(
  {
    ignores: [
      'out',
      'demo-out',
      'test-results',
      'playwright-report',
      'tests/fixtures',
      'src/main/platform/db/schema.generated.ts',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'tests/architecture/rooms.cjs', 'tests/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': ['error', ...unsafePage],
      'max-lines': ['warn', { max: 500 }],
      eqeqeq: 'error',
    },
  },
  {
    // SECURITY: the raw channel to the page is reachable from two files only, so that no call can miss the seam.
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/preload/index.ts', 'src/main/hosts/electron/start.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer', 'shell', 'remote'],
              message: 'Go through the seam.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.rules.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        banned("CallExpression[callee.object.name='Date'][callee.property.name='now']", 'The time is handed in.'),
        banned("NewExpression[callee.name='Date'][arguments.length=0]", 'The time is handed in.'),
        banned(
          "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          'A rule has no chance in it.',
        ),
        banned("CallExpression[callee.name='randomUUID']", 'A rule has no chance in it.'),
        banned(':function[async=true]', 'A rule is a pure function.'),
        banned('ThrowStatement', 'A rule answers with a value.'),
      ],
    },
  },
  { files: ['src/renderer/**/*.{ts,tsx}'], ...hooks.configs.flat.recommended },
  // Warns of what React Compiler would skip (TanStack Table); the compiler is not used here.
  { files: ['src/renderer/**/*.{ts,tsx}'], rules: { 'react-hooks/incompatible-library': 'off' } },
  {
    files: ['tests/**/*.ts', 'src/**/*.test.ts', 'src/**/*.test.tsx'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.cjs', '**/*.mjs', '*.js'], ...tseslint.configs.disableTypeChecked },
  // A CommonJS file has no other way to import.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
