import type { PreprocessorGroup } from 'svelte/compiler';
import { proseTags } from './prose.ts';

/**
 * Stands behind mdsvex. It brings the components of prose into scope, so that authors need
 * no script in a text, and mends what mdsvex writes for Svelte 4: `context="module"`, and a
 * `const` for every key of the front matter.
 */
export const proseComponents = (): PreprocessorGroup => ({
  name: 'prose-components',
  markup: ({ content, filename }) => {
    if (!filename?.endsWith('.svx')) return undefined;
    const used = Object.keys(proseTags).filter((name) => new RegExp(`<${name}[\\s>/]`).test(content));
    const imports = used.map((name) => `import ${name} from '#lib/ui/prose/${name}.svelte';`).join('\n');
    const code = content
      .replace(/<script context="module">[\s\S]*?<\/script>/, '')
      .replace(/<script>[\s\S]*?<\/script>/, '')
      .replace('{...$$props} ', '');
    return { code: imports === '' ? code : `<script>\n${imports}\n</script>\n${code}` };
  }
});
