import { collection } from 'virtual:collection';
import { sentencesOf } from '#lib/anchor/sentences.ts';
import { drawCouncilVote } from '#lib/chart/council-seats.ts';
import { castVotes } from '#lib/chart/roll-call.ts';
import { drawVotes } from '#lib/chart/vote-glyph.ts';
import { formatDate, formatSpan } from '#lib/i18n/format.ts';
import type { Council } from '#lib/model/council.ts';
import { digestSource, find, isTranslation, quote, type Quotation } from '#lib/model/digest.ts';
import { onAxis } from '#lib/model/historical-date.ts';
import type { Module } from '#lib/model/module.ts';
import type { Question } from '#lib/model/question.ts';
import { writeDay } from '#lib/timeline/view-address.ts';
import type { ModuleView, ReadView, StatementView, StepThings, TableView } from '#lib/ui/lesson/step-view.ts';
import { readDate } from '#lib/content/edtf-date.ts';

/** A module as its pages know it: its steps, and their questions, of which progress is counted. */
export const viewModule = ({ id, title, question, standfirst, minutes, order, steps }: Module): ModuleView => ({
  id,
  title,
  question,
  standfirst,
  minutes,
  order,
  steps: steps.map((step) => ({
    id: step.id,
    title: step.title,
    kind: step.kind,
    minutes: step.minutes,
    questions: step.questions
  }))
});

/** A source with what a reader of a lesson needs: its sentences, and its plainer words where there are some. */
export function viewRead(id: string): ReadView[] {
  const source = find(collection.sources, id);
  const { excerpt } = source;
  if (excerpt === null) return [];
  return [
    {
      source: digestSource(source),
      place: source.place,
      isTranslated: isTranslation(source),
      excerpt,
      sentences: sentencesOf(excerpt, source.language),
      adapted: collection.adapted.find((adapted) => adapted.id === id) ?? null,
      terms: [...new Set(excerpt.paragraphs.flatMap(({ runs }) => runs.flatMap(({ term }) => term ?? [])))]
    }
  ];
}

/** All that questions point at. */
export function viewThings(questions: readonly Question[], reads: readonly string[]): StepThings {
  const passages = new Set<string>();
  const events = new Set<string>();
  const tables = new Set<string>();
  for (const question of questions) {
    if (question.type === 'comparison') [...question.left, ...question.right].forEach((ref) => passages.add(ref));
    if (question.type === 'evidence')
      question.labels.forEach(({ like }) => like.forEach(({ id, passage }) => passages.add(`${id}#${passage}`)));
    if (question.type === 'sequence')
      for (const { event, words } of question.items) {
        if (event !== null) events.add(event);
        if (words !== null) passages.add(`${words.id}#${words.passage}`);
      }
    if (question.type === 'placement') question.events.forEach((event) => events.add(event));
    if (question.type === 'drafting') tables.add(question.table);
  }
  for (const id of tables) {
    const table = find(collection.drafting, id);
    for (const { asked, adopted, options } of table.choices) {
      for (const ref of [asked, adopted, ...options.flatMap(({ see }) => see)])
        if (ref !== undefined) passages.add(ref);
    }
  }
  const sources = new Set([...reads, ...[...passages].map((ref) => ref.split('#')[0]!)]);
  return {
    passages: Object.fromEntries(
      [...passages].flatMap((ref): [string, Quotation][] => {
        const [id, passage] = ref.split('#') as [string, string];
        const quotation = quote(find(collection.sources, id), passage);
        return quotation ? [[ref, quotation]] : [];
      })
    ),
    events: Object.fromEntries(
      [...events].map((id) => {
        const { title, date, endDate } = find(collection.events, id);
        const day = writeDay(onAxis(date, collection.axis.offset).start);
        return [id, { title, when: formatSpan(date, endDate), day }];
      })
    ),
    sources: Object.fromEntries(
      [...sources].map((id) => {
        const { shortTitle, date, language } = find(collection.sources, id);
        return [id, { title: shortTitle, date: formatDate(date), language }];
      })
    ),
    plain: Object.fromEntries(
      reads.flatMap((id) => {
        const { excerpt } = find(collection.sources, id);
        return excerpt ? [[id, excerpt.plain]] : [];
      })
    ),
    tables: Object.fromEntries([...tables].map((id) => [id, viewTable(id)]))
  };
}

function viewTable(id: string): TableView {
  const table = find(collection.drafting, id);
  const council = collection.councils.find(({ year }) => year === table.council.year)!;
  const cast = castVotes(council, table.council.rollCall);
  return {
    table,
    picture: drawCouncilVote(council, table.council.rollCall),
    glyphs: drawVotes(),
    members: council.members.map((member, index) => ({
      id: member.id,
      name: member.name,
      permanent: member.permanent,
      vote: cast[index]!.vote,
      said: member.on678?.said ? viewStatement(member.on678.said) : null,
      saidNote: member.on678?.saidNote ?? null,
      before: member.evidence.map(viewStatement)
    }))
  };
}

const viewStatement = (statement: Council['members'][number]['evidence'][number]): StatementView => ({
  when: formatDate(readDate(statement.date)!),
  what: statement.what,
  basis: statement.basis,
  citations: statement.citations,
  sources: statement.sources.map((source) => ({ id: source, title: find(collection.sources, source).shortTitle }))
});

/** Terms by id, as their notes show them. */
export const viewTerms = (ids: readonly string[]) =>
  Object.fromEntries([...new Set(ids)].map((id) => [id, find(collection.terms, id)]));
