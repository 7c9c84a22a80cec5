import { readFileSync } from 'node:fs';

const asked = /\/lucide-static\/icons\/[a-z0-9-]+\.svg\?raw$/;

/**
 * Gives pages the icons' drawings without line breaks, comments and names that nothing uses: every page carries some.
 * @returns {import('vite').Plugin}
 */
export function plainIcons() {
  return {
    name: 'plain-icons',
    enforce: 'pre',
    load(id) {
      if (!asked.test(id)) return undefined;
      const drawn = readFileSync(id.slice(0, -'?raw'.length), 'utf8')
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/\s+class="[^"]*"/, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?(\/?>) ?/g, '$1')
        .trim();
      return `export default ${JSON.stringify(drawn)};`;
    }
  };
}
