import type { GenericSchema, InferOutput } from 'valibot';
import * as v from 'valibot';
import { CollectionSchema, type Beam, type Collection } from '../model/collection.ts';
import { ComparisonSchema, type Comparison } from '../model/comparison.ts';
import { CouncilSchema, type Council, votes as voteKinds } from '../model/council.ts';
import { EssaySchema, type Essay } from '../model/essay.ts';
import { EventSchema, type Event } from '../model/event.ts';
import { compareDates, type HistoricalDate } from '../model/historical-date.ts';
import { PersonSchema, type Person } from '../model/person.ts';
import { PlaceSchema, type Place } from '../model/place.ts';
import { SourceSchema, type Source } from '../model/source.ts';
import { TermSchema, type Term } from '../model/term.ts';
import { readSvx, readYaml, type ContentFile, type RawFile } from './content-file.ts';
import { readDate } from './edtf-date.ts';
import { parseExcerpt } from './excerpt.ts';
import type { Problem } from './problem.ts';
import { readProse } from './prose.ts';

type Field = readonly (string | number)[];
type Complain = (field: Field, found: unknown, expected: string) => void;

/**
 * Reads and validates everything under `content/`.
 * @param files every file, with paths from the project's root
 * @returns the collection, and every problem found; with problems the collection is not to be used
 */
export function buildCollection(files: readonly RawFile[]): { collection: Collection | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const folder = (name: string, ending: string) =>
    files.filter(({ path }) => path.startsWith(`content/${name}/`) && path.endsWith(ending));
  const readAll = <S extends GenericSchema>(name: string, schema: S): ContentFile<InferOutput<S>>[] =>
    folder(name, '.svx').flatMap((file) => readSvx(file, schema, report) ?? []);
  const readYamls = <S extends GenericSchema>(name: string, schema: S): ContentFile<InferOutput<S>>[] =>
    folder(name, '.yaml').flatMap((file) => readYaml(file, schema, report) ?? []);
  const readOne = <S extends GenericSchema>(path: string, schema: S): ContentFile<InferOutput<S>> | null => {
    const file = files.find((candidate) => candidate.path === path);
    if (file) return readYaml(file, schema, report);
    report({ file: path, line: 1, field: 'file', found: 'no such file', expected: 'the file' });
    return null;
  };

  const main = readOne('content/collection.yaml', CollectionSchema);
  const peopleFile = readOne('content/people.yaml', v.array(PersonSchema, 'a list of people'));
  const placesFile = readOne('content/places.yaml', v.array(PlaceSchema, 'a list of places'));
  const termFiles = readAll('terms', TermSchema);
  const sourceFiles = readAll('sources', SourceSchema);
  const eventFiles = readAll('events', EventSchema);
  const essayFiles = readAll('essays', EssaySchema);
  const councilFiles = readYamls('council', CouncilSchema);
  const comparisonFiles = readYamls('comparisons', ComparisonSchema);
  reportStrayFiles(files, report);

  // Ids are gathered from file names, so that one file's mistake does not make others look wrong.
  const idsIn = (name: string) =>
    new Set(folder(name, '.svx').map(({ path }) => path.replace(/^.*\//, '').replace(/\.svx$/, '')));
  const ids = {
    event: idsIn('events'),
    source: idsIn('sources'),
    term: idsIn('terms'),
    person: peopleFile && new Set(peopleFile.data.map(({ id }) => id)),
    place: placesFile && new Set(placesFile.data.map(({ id }) => id))
  };
  const must = (complain: Complain, field: Field, kind: keyof typeof ids, id: string) => {
    const known = ids[kind];
    if (known && !known.has(id)) complain(field, id, `the id of ${kind === 'event' ? 'an' : 'a'} ${kind}`);
  };
  const mustAll = (complain: Complain, field: string, kind: keyof typeof ids, all: readonly string[]) =>
    all.forEach((id, index) => must(complain, [field, index], kind, id));

  const sources = sourceFiles.map((file) => buildSource(file, must, report));
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const hasPassage = (sourceId: string, passageId: string) =>
    sourceById.get(sourceId)?.excerpt?.passages.some(({ id }) => id === passageId) ?? false;
  const checkProse = proseChecker(sourceById, ids.source, must, report);

  const terms: Term[] = termFiles.map(({ id, data, body, path, bodyLine, complain }) => {
    mustAll(complain, 'sources', 'source', data.sources);
    mustAll(complain, 'seeAlso', 'term', data.seeAlso);
    const definition = body.trim();
    if (definition === '')
      report({ file: path, line: bodyLine, field: 'body', found: 'nothing', expected: 'the definition' });
    if (data.sources.length + data.citations.length === 0)
      complain([], 'no source and no citation', 'sources or citations');
    return { id, ...data, definition };
  });

  const events: Event[] = eventFiles.map((file) => {
    const { id, data, body, complain } = file;
    const date = dateAt(complain, ['date'], data.date);
    const endDate = data.endDate === undefined ? null : dateAt(complain, ['endDate'], data.endDate);
    if (endDate && endDate.end <= date.start) complain(['endDate'], data.endDate, `a date after ${data.date}`);
    must(complain, ['place'], 'place', data.place);
    mustAll(complain, 'people', 'person', data.people);
    mustAll(complain, 'answers', 'event', data.answers);
    mustAll(complain, 'leadsTo', 'event', data.leadsTo);
    if (data.certainty !== 'documented' && !data.note)
      complain(['certainty'], data.certainty, 'a note that says what is unsure');
    if (data.publicThen !== true && !data.publicNote)
      complain(['publicThen'], data.publicThen, 'a publicNote that says how so');
    if (data.sources.length + data.factSources.length === 0)
      complain([], 'no source and no cited fact', 'sources or factSources');
    data.answers.forEach((other, index) => {
      const answered = eventFiles.find((candidate) => candidate.id === other);
      if (answered && !answered.data.leadsTo.includes(id)) {
        complain(['answers', index], other, `'${id}' under leadsTo of that event`);
      }
    });
    const quoted = data.sources.map((link, index) => {
      const [sourceId, passage] = link.split('#') as [string, string | undefined];
      must(complain, ['sources', index], 'source', sourceId);
      const source = sourceById.get(sourceId);
      if (passage !== undefined && source && !hasPassage(sourceId, passage)) {
        complain(['sources', index], link, `a passage of ${sourceId}`);
      }
      return { id: sourceId, passage: passage ?? source?.keyPassage ?? null };
    });
    checkProse(file);
    const { window } = data;
    return {
      ...data,
      id,
      date,
      endDate,
      window: window
        ? {
            from: dateAt(complain, ['window', 'from'], window.from),
            to: dateAt(complain, ['window', 'to'], window.to),
            basis: window.basis
          }
        : null,
      sources: quoted,
      hasBody: body.trim() !== ''
    };
  });

  const essays: Essay[] = essayFiles.map((file) => {
    const { id, data, complain, body } = file;
    mustAll(complain, 'sources', 'source', data.sources);
    data.references.forEach((reference, index) => {
      if (reference.source !== undefined) must(complain, ['references', index, 'source'], 'source', reference.source);
      if (!body.includes(`id="${reference.id}"`) && !body.includes(`reference="${reference.id}"`)) {
        complain(['references', index, 'id'], reference.id, `<Ref id="${reference.id}" /> somewhere in the text`);
      }
    });
    checkProse(file, new Set(data.references.map((reference) => reference.id)));
    return { id, ...data };
  });

  const councils: Council[] = councilFiles.map((file) => checkCouncil(file, must));

  const comparisons: Comparison[] = comparisonFiles.map(({ id, data, complain }) => {
    for (const side of ['a', 'b'] as const) must(complain, [side], 'source', data[side]);
    data.pairs.forEach((pair, index) => {
      for (const side of ['a', 'b'] as const) {
        if (!hasPassage(data[side], pair[side]))
          complain(['pairs', index, side], pair[side], `a passage of ${data[side]}`);
      }
    });
    data.alone.forEach(({ side, passage }, index) => {
      if (!hasPassage(data[side], passage))
        complain(['alone', index, 'passage'], passage, `a passage of ${data[side]}`);
    });
    return { id, ...data };
  });

  for (const file of [peopleFile, placesFile]) reportTwins(file);

  const people: Person[] = [...(peopleFile?.data ?? [])].sort((a, b) => a.sortName.localeCompare(b.sortName, 'en'));
  const places: Place[] = [...(placesFile?.data ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const head = main && readHead(main, must);
  if (problems.length > 0 || head === null) return { collection: null, problems };
  return {
    problems,
    collection: {
      ...head,
      events: events.sort(inTime),
      sources: sources.sort((a, b) => compareDates(a.date, b.date) || a.id.localeCompare(b.id)),
      people,
      places,
      terms: terms.sort((a, b) => a.term.localeCompare(b.term, 'en')),
      councils: councils.sort((a, b) => a.year - b.year),
      comparisons,
      essays: essays.sort((a, b) => a.order - b.order)
    }
  };
}

/** By when they begin; on one day in the order that is documented, then the shorter first. */
function inTime(a: Event, b: Event): number {
  if (a.dayOrder !== undefined && b.dayOrder !== undefined && a.date.edtf.slice(0, 10) === b.date.edtf.slice(0, 10)) {
    return a.dayOrder - b.dayOrder;
  }
  return compareDates(a.date, b.date) || (a.endDate?.end ?? 0) - (b.endDate?.end ?? 0) || a.id.localeCompare(b.id);
}

const noDate: HistoricalDate = {
  edtf: '',
  precision: 'day',
  start: 0,
  end: 0,
  offset: null,
  uncertain: false,
  approximate: false,
  between: false
};

function dateAt(complain: Complain, field: Field, text: string): HistoricalDate {
  const date = readDate(text);
  if (date === null)
    complain(field, text, 'an EDTF date that exists, such as "1990-11-19", "1990-11" or "1990-11-28~"');
  return date ?? noDate;
}

type Must = (
  complain: Complain,
  field: Field,
  kind: 'event' | 'source' | 'term' | 'person' | 'place',
  id: string
) => void;

function buildSource(
  file: ContentFile<InferOutput<typeof SourceSchema>>,
  must: Must,
  report: (problem: Problem) => void
): Source {
  const { id, path, data, body, bodyLine, complain } = file;
  const { sha256, ...rest } = data;
  const inBody = (line: number, found: string, expected: string) =>
    report({ file: path, line: bodyLine + line, field: 'body', found, expected });

  if (data.companionOf !== undefined) must(complain, ['companionOf'], 'source', data.companionOf);
  if (data.opened === undefined && data.openedNote === undefined) {
    complain([], undefined, 'opened or openedNote: when it could be read, or that this is not documented');
  }
  const { excerpt, problems, terms } = parseExcerpt(body, data.speakers);
  const isShown = data.display === 'ready';
  if (!isShown && excerpt.plain !== '') {
    inBody(0, `an excerpt of a source marked ${data.display}`, 'no words of the document until its display is ready');
  }
  if (!isShown && sha256 !== undefined) complain(['sha256'], sha256, 'no hash where no words are shown');
  if (!isShown && data.rendering !== undefined)
    complain(['rendering'], data.rendering, 'no rendering where no words are shown');
  if (isShown) {
    problems.forEach((problem) => inBody(problem.line, problem.found, problem.expected));
    terms.forEach((term) =>
      must((_, found, expected) => inBody(term.line, String(found), expected), [], 'term', term.id)
    );
    if (sha256 === undefined) complain([], undefined, `sha256: the hash of the excerpt, ${excerpt.sha256}`);
    else if (sha256 !== excerpt.sha256) {
      inBody(
        Math.max(
          0,
          body.split('\n').findIndex((line) => line.trim() !== '')
        ),
        `words whose hash is ${excerpt.sha256}`,
        `the words that were checked, whose hash is ${sha256}`
      );
    }
    data.speakers.forEach((speaker, index) => {
      if (!excerpt.paragraphs.some(({ runs }) => runs[0]?.isSpeaker && runs[0].text === speaker)) {
        complain(['speakers', index], speaker, 'the opening words of a paragraph');
      }
    });
    if (data.keyPassage === undefined)
      complain([], undefined, 'keyPassage: the passage to quote where only one can be');
    else if (!excerpt.passages.some((passage) => passage.id === data.keyPassage)) {
      complain(['keyPassage'], data.keyPassage, 'the id of a passage in the excerpt');
    }
  }
  return {
    ...rest,
    id,
    date: dateAt(complain, ['date'], data.date),
    opened: data.opened === undefined ? null : dateAt(complain, ['opened'], data.opened),
    companionOf: data.companionOf ?? null,
    keyPassage: data.keyPassage ?? null,
    excerpt: isShown ? excerpt : null
  };
}

/** Checks what the prose of one file points at, and that words given as a source's stand in it. */
function proseChecker(
  sources: ReadonlyMap<string, Source>,
  known: ReadonlySet<string>,
  must: Must,
  report: (problem: Problem) => void
) {
  return (file: ContentFile<unknown>, references: ReadonlySet<string> = new Set()) => {
    const at = (line: number, found: string, expected: string) =>
      report({ file: file.path, line: file.bodyLine + line, field: 'body', found, expected });
    const { tags, problems } = readProse(file.body);
    problems.forEach((problem) => at(problem.line, problem.found, problem.expected));
    for (const { name, attributes, inner, line } of tags) {
      const complain: Complain = (_, found, expected) => at(line, JSON.stringify(found), expected);
      const { id, source, passage, reference } = attributes;
      if (name === 'Event' || name === 'Person' || name === 'Term' || name === 'Source') {
        must(complain, [], name.toLowerCase() as 'event', id ?? '');
      }
      if (name === 'Ref' && !references.has(id ?? '')) complain([], id, 'the id of a reference in the front matter');
      if (reference !== undefined && !references.has(reference))
        complain([], reference, 'the id of a reference in the front matter');
      if (name === 'Words' && (source === undefined) === (reference === undefined))
        complain([], inner, 'either source or reference on <Words>');
      const sourceId = name === 'Source' ? id : source;
      if (sourceId === undefined) continue;
      if (!known.has(sourceId)) {
        if (name !== 'Source') complain([], sourceId, 'the id of a source');
        continue;
      }
      const excerpt = sources.get(sourceId)?.excerpt ?? null;
      if ((name === 'Quote' || name === 'Words') && excerpt === null) {
        if (sources.has(sourceId)) complain([], sourceId, 'a source whose words may be shown');
        continue;
      }
      if (passage !== undefined && !excerpt?.passages.some((candidate) => candidate.id === passage))
        complain([], passage, `a passage of ${sourceId}`);
      if (name === 'Words' && !excerpt?.plain.includes(inner.normalize('NFC').replace(/\s+/g, ' ').trim())) {
        complain([], inner, `words that stand in ${sourceId}`);
      }
    }
  };
}

function checkCouncil({ data, complain }: ContentFile<Council>, must: Must): Council {
  if (data.members.length !== 15) complain(['members'], `${data.members.length} members`, '15 members');
  data.rollCalls.forEach((call, index) => {
    must(complain, ['rollCalls', index, 'event'], 'event', call.event);
    dateAt(complain, ['rollCalls', index, 'date'], call.date);
    call.sources.forEach((id, place) => must(complain, ['rollCalls', index, 'sources', place], 'source', id));
    const fields = ['for', 'against', 'abstaining', 'notParticipating'] as const;
    voteKinds.forEach((vote, kind) => {
      const counted = data.members.filter((member) => member.votes[call.id] === vote).length;
      const field = fields[kind]!;
      if (counted !== call[field]) {
        complain(['rollCalls', index, field], call[field], `${counted}, as the members' votes add up`);
      }
    });
  });
  data.members.forEach((member, index) => {
    for (const call of data.rollCalls) {
      if (!(call.id in member.votes))
        complain(['members', index, 'votes'], undefined, `the vote of ${member.name} on ${call.id}`);
    }
    const said = member.on678?.said;
    [...member.evidence, ...(said ? [said] : [])].forEach((item) => {
      dateAt(complain, ['members', index, 'evidence'], item.date);
      item.sources.forEach((id) => must(complain, ['members', index, 'evidence'], 'source', id));
    });
  });
  return data;
}

function readHead({ data, complain }: ContentFile<InferOutput<typeof CollectionSchema>>, must: Must) {
  const period = (field: 'span' | 'opening') => ({
    from: dateAt(complain, [field, 'from'], data[field].from),
    to: dateAt(complain, [field, 'to'], data[field].to)
  });
  const beams: Beam[] = data.beams.map((beam, index) => {
    must(complain, ['beams', index, 'event'], 'event', beam.event);
    return { ...beam, date: dateAt(complain, ['beams', index, 'date'], beam.date) };
  });
  return { ...data, span: period('span'), opening: period('opening'), beams };
}

function reportTwins(file: ContentFile<readonly { id: string }[]> | null): void {
  file?.data.forEach(({ id }, index) => {
    if (file.data.findIndex((other) => other.id === id) !== index)
      file.complain([index, 'id'], id, 'an id that no other entry has');
  });
}

const places =
  /^content\/(README\.md|collection\.yaml|people\.yaml|places\.yaml|(events|sources|terms|essays)\/[a-z0-9-]+\.svx|(council|comparisons)\/[a-z0-9-]+\.yaml)$/;

function reportStrayFiles(files: readonly RawFile[], report: (problem: Problem) => void): void {
  for (const { path } of files) {
    if (!places.test(path)) {
      report({
        file: path,
        line: 1,
        field: 'file',
        found: 'a file that nothing reads',
        expected: 'a name of small letters, digits and hyphens, in a folder that content/README.md names'
      });
    }
  }
}
