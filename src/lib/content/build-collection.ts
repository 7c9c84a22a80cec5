import type { GenericSchema, InferOutput } from 'valibot';
import * as v from 'valibot';
import { CollectionSchema, type Beam, type Collection } from '../model/collection.ts';
import { AdaptedSchema, type Adapted } from '../model/adapted.ts';
import { ComparisonSchema, type Comparison } from '../model/comparison.ts';
import { CouncilSchema, type Council, votes as voteKinds } from '../model/council.ts';
import { DraftingTableSchema, type DraftingTable } from '../model/drafting.ts';
import { EssaySchema, type Essay } from '../model/essay.ts';
import { EventSchema, type Event, type QuotedSource } from '../model/event.ts';
import { compareDates, DAY, onAxis, type HistoricalDate } from '../model/historical-date.ts';
import { ModuleSchema, StepSchema, type Module } from '../model/module.ts';
import { PageSchema, type Page } from '../model/page.ts';
import { PersonSchema, type Person } from '../model/person.ts';
import { PlaceSchema, type Place } from '../model/place.ts';
import { SourceSchema, type Source } from '../model/source.ts';
import { TermSchema, type Term } from '../model/term.ts';
import { TourSchema, type Tour } from '../model/tour.ts';
import { buildAdapted } from './build-adapted.ts';
import { buildDrafting } from './build-drafting.ts';
import { buildModule } from './build-module.ts';
import { buildTour } from './build-tour.ts';
import { readSvx, readYaml, type ContentFile, type RawFile } from './content-file.ts';
import { readDate } from './edtf-date.ts';
import { parseExcerpt, plainText } from './excerpt.ts';
import { showValue, type Problem } from './problem.ts';
import { readProse } from './prose.ts';
import type { Surroundings } from './stretch.ts';

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
  const readOne = <S extends GenericSchema>(
    path: string,
    schema: S,
    what: string
  ): ContentFile<InferOutput<S>> | null => {
    const file = files.find((candidate) => candidate.path === path);
    if (file) return readYaml(file, schema, report);
    report({ file: path, line: 1, field: 'file', found: 'no such file', expected: `a file with ${what}` });
    return null;
  };

  const main = readOne(
    'content/collection.yaml',
    CollectionSchema,
    'the title, the span and the lanes of the timeline'
  );
  const peopleFile = readOne('content/people.yaml', v.array(PersonSchema, 'a list of people'), 'the people');
  const placesFile = readOne('content/places.yaml', v.array(PlaceSchema, 'a list of places'), 'the places');
  const termFiles = readAll('terms', TermSchema);
  const sourceFiles = readAll('sources', SourceSchema);
  const eventFiles = readAll('events', EventSchema);
  const essayFiles = readAll('essays', EssaySchema);
  const pageFiles = readAll('pages', PageSchema);
  const councilFiles = readYamls('council', CouncilSchema);
  const comparisonFiles = readYamls('comparisons', ComparisonSchema);
  const tourFiles = readYamls('tours', TourSchema);
  const adaptedFiles = readYamls('adapted', AdaptedSchema);
  const draftingFiles = readYamls('drafting', DraftingTableSchema);
  const moduleFiles = readYamls('modules', ModuleSchema);
  const stepFiles = readAll('modules', StepSchema);
  reportStrayFiles(files, report);

  // Ids are gathered from file names, so that one file's mistake does not make others look wrong.
  const idsIn = (name: string) => new Set(folder(name, '.svx').map(({ path }) => nameOf(path)));
  const ids = {
    event: idsIn('events'),
    source: idsIn('sources'),
    term: idsIn('terms'),
    person: peopleFile && new Set(peopleFile.data.map(({ id }) => id)),
    place: placesFile && new Set(placesFile.data.map(({ id }) => id))
  };
  const must = (complain: Complain, field: Field, kind: keyof typeof ids, id: string) => {
    const known = ids[kind];
    if (known && !known.has(id)) complain(field, id, idOf[kind]);
  };
  const mustAll = (complain: Complain, field: string, kind: keyof typeof ids, all: readonly string[]) =>
    all.forEach((id, index) => must(complain, [field, index], kind, id));

  const sources = sourceFiles.map((file) => buildSource(file, must, report));
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const mustPassage = (complain: Complain, field: Field, sourceId: string, passage: string) => {
    const source = sourceById.get(sourceId);
    // A source that is not there, or not sound, or that lacks its words has been told already.
    if (source && source.excerpt?.plain !== '' && !hasPassage(source, passage))
      complain(field, passage, passageOf(source));
  };
  const checkProse = proseChecker(sourceById, must, mustPassage, report);

  const terms: Term[] = termFiles.map(({ id, data, body, path, bodyLine, complain }) => {
    mustAll(complain, 'sources', 'source', data.sources);
    mustAll(complain, 'seeAlso', 'term', data.seeAlso);
    const definition = body.trim();
    if (definition === '')
      report({ file: path, line: bodyLine, field: 'body', found: 'nothing', expected: 'the definition' });
    if (data.sources.length + data.citations.length === 0)
      complain(['sources'], undefined, 'a source, or an address under citations');
    return { id, ...data, definition };
  });

  const events: Event[] = eventFiles.map((file) => {
    const { id, data, body, complain } = file;
    const date = dateAt(complain, ['date'], data.date);
    const endDate = data.endDate === undefined ? null : dateAt(complain, ['endDate'], data.endDate);
    if (endDate && isSound(date) && isSound(endDate) && endDate.end <= date.start)
      complain(['endDate'], data.endDate, `a date that is not before ${data.date}`);
    must(complain, ['place'], 'place', data.place);
    mustAll(complain, 'people', 'person', data.people);
    mustAll(complain, 'answers', 'event', data.answers);
    mustAll(complain, 'leadsTo', 'event', data.leadsTo);
    if (data.certainty !== 'documented' && !data.note)
      complain(['certainty'], data.certainty, 'a note beside it that says what is unsure');
    if (data.publicThen !== true && !data.publicNote)
      complain(['publicThen'], data.publicThen, 'a publicNote beside it that says who could know of it');
    if (data.sources.length + data.factSources.length === 0)
      complain(['sources'], undefined, 'a source, or an address under factSources');
    data.answers.forEach((other, index) => {
      const answered = eventFiles.find((candidate) => candidate.id === other);
      if (answered && !answered.data.leadsTo.includes(id)) {
        complain(['answers', index], other, `an event that names '${id}' under leadsTo`);
      }
    });
    const quoted = data.sources.map((link, index) => {
      const [sourceId, passage] = link.split('#') as [string, string | undefined];
      must(complain, ['sources', index], 'source', sourceId);
      const source = sourceById.get(sourceId);
      if (passage !== undefined) mustPassage(complain, ['sources', index], sourceId, passage);
      return { id: sourceId, passage: passage ?? source?.keyPassage ?? null };
    });
    const quotes = checkProse(file);
    const { window } = data;
    return {
      ...data,
      id,
      date,
      endDate,
      window: window ? { ...periodAt(complain, 'window', window), basis: window.basis } : null,
      sources: quoted,
      hasBody: body.trim() !== '',
      quotes
    };
  });

  const essays: Essay[] = essayFiles.map((file) => {
    const { id, data, complain, body } = file;
    mustAll(complain, 'sources', 'source', data.sources);
    const { tags } = readProse(body);
    reportTwins(data.references, complain, ['references']);
    data.references.forEach((reference, index) => {
      if (reference.source !== undefined) must(complain, ['references', index, 'source'], 'source', reference.source);
      const isUsed = tags.some(
        ({ name, attributes }) =>
          attributes.reference === reference.id || (name === 'Ref' && attributes.id === reference.id)
      );
      if (!isUsed) {
        complain(['references', index, 'id'], reference.id, `<Ref id="${reference.id}" /> somewhere in the text`);
      }
    });
    const quotes = checkProse(file, new Set(data.references.map((reference) => reference.id)));
    return { id, ...data, quotes };
  });

  const pages: Page[] = pageFiles.map((file) => {
    checkProse(file);
    return { id: file.id, ...file.data };
  });

  const councils: Council[] = councilFiles.map((file) => checkCouncil(file, must));

  const comparisons: Comparison[] = comparisonFiles.map(({ id, data, complain }) => {
    for (const side of ['a', 'b'] as const) must(complain, [side], 'source', data[side]);
    data.pairs.forEach((pair, index) => {
      for (const side of ['a', 'b'] as const) mustPassage(complain, ['pairs', index, side], data[side], pair[side]);
    });
    data.alone.forEach(({ side, passage }, index) =>
      mustPassage(complain, ['alone', index, 'passage'], data[side], passage)
    );
    return { id, ...data };
  });

  for (const file of [peopleFile, placesFile]) if (file) reportTwins(file.data, file.complain);

  const people: Person[] = [...(peopleFile?.data ?? [])].sort((a, b) => a.sortName.localeCompare(b.sortName, 'en'));
  const places: Place[] = [...(placesFile?.data ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const head = main && readHead(main, must);
  const isOrdered = head !== null && compareDates(head.span.from, head.span.to) <= 0;
  const around: Surroundings = {
    head: isOrdered && isSound(head.span.from) && isSound(head.span.to) ? head : null,
    events: events.filter(({ date, endDate }) => isSound(date) && (endDate === null || isSound(endDate))),
    mustEvent: (complain, field, id) => must(complain, field, 'event', id),
    mustSource: (complain, field, id) => must(complain, field, 'source', id),
    mustPassage
  };
  const tours: Tour[] = tourFiles.map((file) => buildTour(file, around));
  const named = (name: string, ending: string) => new Set(folder(name, ending).map(({ path }) => nameOf(path)));
  const years = named('council', '.yaml');
  const areCouncilsSound = years.size === councils.length && councils.every(({ year }) => years.has(String(year)));
  const adapted: Adapted[] = adaptedFiles.map((file) => buildAdapted(file, sources, ids.source));
  const drafting: DraftingTable[] = draftingFiles.map((file) =>
    buildDrafting(file, areCouncilsSound ? councils : null, around)
  );
  stepFiles.forEach((file) => checkProse(file));
  const modules: Module[] = moduleFiles.map((file) =>
    buildModule(file, stepFiles, {
      ...around,
      sources,
      tables: named('drafting', '.yaml'),
      stepPaths: folder('modules', '.svx').map(({ path }) => path)
    })
  );
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
      essays: essays.sort((a, b) => a.order - b.order),
      tours: tours.sort((a, b) => a.order - b.order),
      modules: modules.sort((a, b) => a.order - b.order),
      adapted,
      drafting,
      pages
    }
  };
}

/**
 * By when they begin; on one day in the order that is documented, then the shorter first.
 * Events with such an order stand at the head of their day, whatever else is known of their
 * hours: were they compared by the hour with some and by the order with others, the two
 * could contradict each other.
 */
function inTime(a: Event, b: Event): number {
  const startOf = ({ date, dayOrder }: Event) =>
    dayOrder === undefined ? onAxis(date, 0).start : Math.floor(date.start / DAY) * DAY;
  const orderOf = ({ dayOrder }: Event) => dayOrder ?? Number.MAX_SAFE_INTEGER;
  return (
    startOf(a) - startOf(b) ||
    orderOf(a) - orderOf(b) ||
    compareDates(a.date, b.date) ||
    (a.endDate?.end ?? 0) - (b.endDate?.end ?? 0) ||
    a.id.localeCompare(b.id)
  );
}

/** The id that a file's name is. */
const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');

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

const isSound = (date: HistoricalDate): boolean => date !== noDate;

function dateAt(complain: Complain, field: Field, text: string): HistoricalDate {
  const date = readDate(text);
  if (date === null)
    complain(field, text, 'a date that exists, in EDTF: "1990-11-19", "1990-11", or "1990-11-28~" for about that day');
  return date ?? noDate;
}

/** Reads the two ends of a period, and sees that they are in order. */
function periodAt(complain: Complain, field: string, { from, to }: { from: string; to: string }) {
  const period = { from: dateAt(complain, [field, 'from'], from), to: dateAt(complain, [field, 'to'], to) };
  if (isSound(period.from) && isSound(period.to) && compareDates(period.from, period.to) > 0)
    complain([field, 'to'], to, `a date that is not before ${from}`);
  return period;
}

type Must = (complain: Complain, field: Field, kind: keyof typeof idOf, id: string) => void;
type MustPassage = (complain: Complain, field: Field, sourceId: string, passage: string) => void;

/** Where the ids of each kind are to be looked up. */
const idOf = {
  event: "an event: the name of a file in content/events, without '.svx'",
  source: "a source: the name of a file in content/sources, without '.svx'",
  term: "a term: the name of a file in content/terms, without '.svx'",
  person: 'a person: an id in content/people.yaml',
  place: 'a place: an id in content/places.yaml'
} as const;

const hasPassage = ({ excerpt }: Source, passage: string): boolean =>
  excerpt?.passages.some(({ id }) => id === passage) ?? false;

function passageOf({ id, display, excerpt }: Source): string {
  if (excerpt === null) return `no passage: ${id} is marked ${display}, so none of its words may be shown`;
  return `a passage of ${id}: ${excerpt.passages.map((passage) => passage.id).join(', ') || 'it has none yet'}`;
}

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
    complain(['opened'], undefined, 'the date when it could be read, or an openedNote that this is not documented');
  }
  const { excerpt, problems, terms } = parseExcerpt(body, data.speakers);
  const isShown = data.display === 'ready';
  const lines = body.split('\n');
  const firstLine = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== '')
  );
  if (!isShown && excerpt.plain !== '') {
    inBody(
      firstLine,
      `an excerpt of a source marked ${data.display}`,
      'no words of the document until its display is ready'
    );
  }
  if (!isShown && sha256 !== undefined) complain(['sha256'], sha256, 'no hash where no words are shown');
  if (!isShown && data.rendering !== undefined)
    complain(['rendering'], data.rendering, 'no rendering where no words are shown');
  if (!isShown && data.keyPassage !== undefined)
    complain(['keyPassage'], data.keyPassage, 'no passage where no words are shown');
  if (!isShown && data.speakers.length > 0)
    complain(['speakers'], data.speakers, 'no speakers where no words are shown');
  if (isShown) {
    problems.forEach((problem) => inBody(problem.line, problem.found, problem.expected));
    terms.forEach((term) =>
      must((_, found, expected) => inBody(term.line, showValue(found), expected), [], 'term', term.id)
    );
    if (excerpt.plain === '') inBody(firstLine, 'nothing', 'the words of the document');
    else if (sha256 === undefined) {
      complain(['sha256'], undefined, `the hash of the words once they are checked, ${excerpt.sha256}`);
    } else if (sha256 !== excerpt.sha256) {
      inBody(
        firstLine,
        `words other than those that were checked (hash ${excerpt.sha256})`,
        `every letter and sign as in the document (hash ${sha256})`
      );
    }
    data.speakers.forEach((speaker, index) => {
      if (!excerpt.paragraphs.some(({ runs }) => runs[0]?.isSpeaker && runs[0].text === speaker)) {
        complain(['speakers', index], speaker, 'the very words that open a paragraph of the excerpt');
      }
    });
    if (data.keyPassage === undefined)
      complain(['keyPassage'], undefined, 'the id of the passage to quote where only one can be');
  }
  const source: Source = {
    ...rest,
    id,
    date: dateAt(complain, ['date'], data.date),
    opened: data.opened === undefined ? null : dateAt(complain, ['opened'], data.opened),
    companionOf: data.companionOf ?? null,
    keyPassage: data.keyPassage ?? null,
    excerpt: isShown ? excerpt : null
  };
  if (isShown && excerpt.plain !== '' && data.keyPassage !== undefined && !hasPassage(source, data.keyPassage))
    complain(['keyPassage'], data.keyPassage, passageOf(source));
  return source;
}

/**
 * Checks what the prose of one file points at, and that words given as a source's stand in it.
 * The check returns the passages that the file sets apart.
 */
function proseChecker(
  sources: ReadonlyMap<string, Source>,
  must: Must,
  mustPassage: MustPassage,
  report: (problem: Problem) => void
) {
  return (file: ContentFile<unknown>, references: ReadonlySet<string> = new Set()): QuotedSource[] => {
    const at = (line: number, found: string, expected: string) =>
      report({ file: file.path, line: file.bodyLine + line, field: 'body', found, expected });
    const { tags, problems } = readProse(file.body);
    problems.forEach((problem) => at(problem.line, problem.found, problem.expected));
    for (const { name, attributes, inner, line } of tags) {
      const complain: Complain = (_, found, expected) => at(line, showValue(found), expected);
      const { id, source, passage, reference } = attributes;
      // A tag without its id has been told by `readProse`.
      if (id !== undefined && (name === 'Event' || name === 'Person' || name === 'Term' || name === 'Source')) {
        must(complain, [], name.toLowerCase() as 'event', id);
      }
      const pointed = name === 'Ref' ? id : reference;
      if (pointed !== undefined && !references.has(pointed))
        complain([], pointed, 'the id of one of the references in the front matter');
      if (name === 'Words' && (source === undefined) === (reference === undefined))
        complain([], inner, 'either source or reference on <Words>');
      if (name === 'Words' && inner.trim() === '') complain([], undefined, 'words between <Words …> and </Words>');
      const sourceId = name === 'Source' ? id : source;
      if (sourceId === undefined) continue;
      if (name !== 'Source') must(complain, [], 'source', sourceId);
      const quoted = sources.get(sourceId);
      if (quoted === undefined) continue;
      if (name !== 'Source' && quoted.excerpt === null) {
        complain([], sourceId, `a source whose words may be shown: this one is marked ${quoted.display}`);
        continue;
      }
      if (passage !== undefined) mustPassage(complain, [], sourceId, passage);
      if (name === 'Words' && quoted.excerpt?.plain !== '' && !quoted.excerpt?.plain.includes(plainText(inner))) {
        complain([], inner, `words that stand in ${sourceId}, letter by letter`);
      }
    }
    return tags
      .filter(({ name }) => name === 'Quote')
      .map(({ attributes }) => ({ id: attributes.source ?? '', passage: attributes.passage ?? null }));
  };
}

function checkCouncil({ id, data, complain }: ContentFile<Council>, must: Must): Council {
  const { rollCalls, members } = data;
  if (String(data.year) !== id) complain(['year'], data.year, `${id}, the year in the file's name`);
  if (members.length !== 15) complain(['members'], members.length, '15 members');
  reportTwins(members, complain, ['members']);
  reportTwins(rollCalls, complain, ['rollCalls']);
  rollCalls.forEach((call, index) => {
    must(complain, ['rollCalls', index, 'event'], 'event', call.event);
    dateAt(complain, ['rollCalls', index, 'date'], call.date);
    call.sources.forEach((source, place) => must(complain, ['rollCalls', index, 'sources', place], 'source', source));
    // While a vote is missing no sum can be right, and that has been told.
    if (members.length !== 15 || members.some(({ votes }) => !(call.id in votes))) return;
    const fields = ['for', 'against', 'abstaining', 'notParticipating'] as const;
    voteKinds.forEach((vote, kind) => {
      const counted = members.filter(({ votes }) => votes[call.id] === vote).length;
      const field = fields[kind]!;
      if (counted !== call[field])
        complain(['rollCalls', index, field], call[field], `${counted}, as the members' votes add up`);
    });
  });
  members.forEach((member, index) => {
    const at = ['members', index] as const;
    for (const call of rollCalls) {
      if (!(call.id in member.votes))
        complain([...at, 'votes', call.id], undefined, `the vote of ${member.name}: ${voteKinds.join(', ')}`);
    }
    for (const key of Object.keys(member.votes)) {
      if (!rollCalls.some((call) => call.id === key)) complain([...at, 'votes', key], key, 'the id of a roll call');
    }
    const checkStatement = (statement: Council['members'][number]['evidence'][number], field: Field) => {
      dateAt(complain, [...field, 'date'], statement.date);
      statement.sources.forEach((source, place) => must(complain, [...field, 'sources', place], 'source', source));
    };
    if (member.on678?.said) checkStatement(member.on678.said, [...at, 'on678', 'said']);
    member.evidence.forEach((statement, place) => checkStatement(statement, [...at, 'evidence', place]));
  });
  return data;
}

function readHead({ data, complain }: ContentFile<InferOutput<typeof CollectionSchema>>, must: Must) {
  reportTwins(data.lanes, complain, ['lanes']);
  const beams: Beam[] = data.beams.map((beam, index) => {
    must(complain, ['beams', index, 'event'], 'event', beam.event);
    return { ...beam, date: dateAt(complain, ['beams', index, 'date'], beam.date) };
  });
  return {
    ...data,
    span: periodAt(complain, 'span', data.span),
    opening: periodAt(complain, 'opening', data.opening),
    beams
  };
}

function reportTwins(all: readonly { id: string }[], complain: Complain, field: Field = []): void {
  all.forEach(({ id }, index) => {
    if (all.findIndex((other) => other.id === id) !== index)
      complain([...field, index, 'id'], id, 'an id that no other entry has');
  });
}

const places =
  /^content\/(README\.md|collection\.yaml|people\.yaml|places\.yaml|(events|sources|terms|essays|pages)\/[a-z0-9-]+\.svx|(council|comparisons|tours|adapted|drafting)\/[a-z0-9-]+\.yaml|modules\/[1-9]-[a-z0-9-]+\/(module\.yaml|steps\/[1-9]-[a-z0-9-]+\.svx))$/;

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
