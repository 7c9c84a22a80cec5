import type { SourceKind } from '../model/source.ts';

/** A name as CSL-JSON has it: a person's in its parts, anything else as it stands. */
export type CslName =
  { readonly family: string; readonly given: string; readonly suffix?: string } | { readonly literal: string };

/** A word that no personal name holds, so that 'Extraordinary Arab Summit Conference' is not taken for one. */
const institution =
  /^(Agency|Assembly|Command|Commission|Committee|Conference|Congress|Council|Department|Foundation|Government|House|Information|League|Ministry|Nations|Office|Organization|Senate|Service|Staff|States|Summit|Union|United)$/;

/** Names that are not turned round: the first is the one to look under. */
const inOrder: ReadonlySet<string> = new Set(['Ahmed Hussein', 'Qian Qichen', 'Saddam Hussein']);

const suffix = /^(Jr\.|Sr\.|II|III|IV)$/;
const particle = /^(de|del|du|la|van|von)$/;
const namePart = /^(\p{Lu}\.|\p{Lu}\p{L}*\p{Ll}\p{L}*([-'’]\p{L}+)*|de|del|du|la|van|von)$/u;
const rank = /^(Sheikh|King|Sir|Lord|Dame) /;
const courtesy = /^(Mr|Mrs|Ms)\. /;

/**
 * The authors that a source's `creator` names. Only what the words say is used: a person where
 * they begin with a personal name and go on with a role or end; several where every part is
 * such a name; otherwise the body, without what brackets or a semicolon add to it.
 *
 * Nobody is the author of a treaty, of what any number of states declared together, or of a
 * record whose note-taker is not named: such documents are found under their titles.
 */
export function readCreator(creator: string, kind: SourceKind): CslName[] {
  const text = creator
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const isNobody = kind === 'treaty' || /\bnot named\b/i.test(creator) || /\brecord\b/i.test(text) || /\d/.test(text);
  if (isNobody) return [];
  const parts = text.split(/;\s*/);
  const people = parts.map(readPeople);
  if (people.every((names) => names !== null)) return people.flat();
  return people[0] ?? [{ literal: parts[0]!.replace(/^The /, '') }];
}

/** The people of 'A, role' or of 'A and B, role'; null where it is not people. */
function readPeople(part: string): CslName[] | null {
  const names = part.replace(/,.*$/, '').split(' and ').map(readPerson);
  return names.every((name) => name !== null) ? names : null;
}

function readPerson(text: string): CslName | null {
  // A record that says no more than 'Mr. Clark' gives a name to look under, and no given name.
  if (courtesy.test(text)) return { literal: text.replace(courtesy, '') };
  const name = text.replace(rank, '');
  if (inOrder.has(name) || /^\p{Lu}\p{L}+ (bin|ibn) \p{Lu}/u.test(name)) return { literal: name };
  const words = name.split(' ');
  const ending = suffix.test(words.at(-1)!) ? words.pop() : undefined;
  if (words.length < 2 || words.length > 5) return null;
  if (!words.every((word) => namePart.test(word) && !institution.test(word))) return null;
  const first = familyStart(words);
  return {
    family: words.slice(first).join(' '),
    given: words.slice(0, first).join(' '),
    ...(ending === undefined ? {} : { suffix: ending })
  };
}

/** 'Pérez de Cuéllar' and 'de Gaulle' are family names; without a particle it is the last word. */
function familyStart(words: readonly string[]): number {
  const at = words.findIndex((word) => particle.test(word));
  return at < 1 ? words.length - 1 : Math.max(1, at - 1);
}
