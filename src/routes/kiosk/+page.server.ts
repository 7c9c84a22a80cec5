import { collection } from 'virtual:collection';
import { drawSquareCode } from '#lib/chart/square-code.ts';
import { digestSource, find, isTranslation, quote, type Quotation } from '#lib/model/digest.ts';
import type { DraftingTable } from '#lib/model/drafting.ts';
import type { DocumentStep, KioskData, KioskEvent } from '#lib/ui/kiosk/kiosk-view.ts';
import { timelineData } from '../timeline-data.server.ts';
import { viewTour } from '../tour-view.server.ts';
import { questions } from './questions.server.ts';

const { title, subtitle, sources, events, drafting, tours } = collection;

/** The choices of the drafting table in which the two steps are set beside the Council's words. */
const steps = { threat: 'words', time: 'date' } as const;

function quoteRef(ref: string): Quotation {
  const [id, passage] = ref.split('#') as [string, string];
  const quotation = quote(find(sources, id), passage);
  if (!quotation) throw new Error(`${ref} shows no words`);
  return quotation;
}

function timeline() {
  const { entries, lanes, beams, bounds, opening } = timelineData();
  const told = entries.map((entry): KioskEvent => {
    const { summary, sources: cited } = find(events, entry.id);
    const quotations = cited.flatMap(({ id, passage }) => quote(find(sources, id), passage) ?? []);
    return { ...entry, summary, quotation: quotations[0] ?? null };
  });
  return { events: told, lanes, beams, bounds, opening };
}

function documentOf(table: DraftingTable) {
  const source = find(sources, table.asked.source);
  if (!source.excerpt) throw new Error(`${source.id} shows no words`);
  const stepOf = (choice: string): DocumentStep => {
    const { asked, adopted } = find(table.choices, choice);
    return { passage: asked!.split('#')[1]!, adopted: quoteRef(adopted!) };
  };
  return {
    source: digestSource(source),
    place: source.place,
    isTranslated: isTranslation(source),
    excerpt: source.excerpt,
    threat: stepOf(steps.threat),
    time: stepOf(steps.time)
  };
}

export function load(): KioskData {
  const table = drafting[0]!;
  const refs = table.choices.flatMap(({ asked, adopted }) => [asked, adopted]).filter((ref) => ref !== undefined);
  const passages = Object.fromEntries([...new Set(refs)].map((ref) => [ref, quoteRef(ref)]));
  const told = timeline();
  const views = tours.map(viewTour);
  const document = documentOf(table);
  const quoted = [
    document.source.id,
    ...told.events.flatMap(({ quotation }) => quotation?.source.id ?? []),
    ...views.flatMap(({ stops }) => stops.flatMap(({ quotation }) => quotation?.source.id ?? [])),
    ...Object.values(passages).map(({ source }) => source.id)
  ];
  return {
    title,
    subtitle,
    timeline: told,
    tours: views,
    document,
    drafting: { table, passages },
    questions: questions(),
    codes: Object.fromEntries([...new Set(quoted)].map((id) => [id, drawSquareCode(find(sources, id).whereToRead)]))
  };
}
