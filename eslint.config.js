import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'build*/',
    '.svelte-kit/',
    'src/lib/i18n/paraglide*/',
    'reports/',
    'test-results/',
    'tests/fixtures/'
  ]),
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript knows what is defined.
      'no-undef': 'off',
      // Addresses come from ui/href.ts, which resolves them: links take them as they are.
      'svelte/no-navigation-without-resolve': 'off',
      // `const { data } = $props()` reads better than a let that nothing assigns.
      'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$derived', '$state', '$props'] }],
      'prefer-const': 'off',
      // The one rule that asks for types: they would take longer than all the rest.
      'svelte/no-unused-props': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser }
    }
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } }
);
