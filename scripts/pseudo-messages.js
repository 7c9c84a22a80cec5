/**
 * Writes the interface in a made-up language: every letter with a mark, every message a third
 * longer and in brackets. What is cut off, does not wrap or is not a message shows at once.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const marks = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ô',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ÿ',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ö',
  U: 'Û',
  S: 'Š',
  N: 'Ñ'
};

/** @param {string} text */
function pseudo(text) {
  // Placeholders keep their names.
  const parts = text.split(/(\{[^}]*\})/);
  const marked = parts.map((part) =>
    part.startsWith('{') ? part : part.replace(/[a-zA-Z]/g, (letter) => marks[letter] ?? letter)
  );
  const words = Math.ceil(text.replace(/\{[^}]*\}/g, '').length / 3 / 4);
  return `[${marked.join('')}${' ~~~~~'.repeat(words)}]`;
}

/** @param {unknown} message @returns {unknown} */
function convert(message) {
  if (typeof message === 'string') return pseudo(message);
  if (!Array.isArray(message)) return message;
  return message.map((variant) => ({
    ...variant,
    match: Object.fromEntries(Object.entries(variant.match).map(([key, text]) => [key, pseudo(text)]))
  }));
}

const english = JSON.parse(readFileSync('src/lib/i18n/messages/en.json', 'utf8'));
const { $schema, ...messages } = english;
const folder = 'src/lib/i18n/paraglide-pseudo';
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}/en.json`,
  JSON.stringify({
    $schema,
    ...Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, convert(message)]))
  })
);
