import type { Event } from '#lib/model/event.ts';
import type { Excerpt } from '#lib/model/excerpt.ts';
import type { HistoricalDate } from '#lib/model/historical-date.ts';
import type { EventDigest, Quotation, SourceDigest } from '#lib/model/digest.ts';
import type { Source } from '#lib/model/source.ts';
import type { Term } from '#lib/model/term.ts';

/** A plain day, for component specs. */
export function day(edtf: string): HistoricalDate {
  const start = Date.parse(`${edtf}T00:00Z`);
  return {
    edtf,
    precision: 'day',
    start,
    end: start + 86_400_000,
    offset: null,
    uncertain: false,
    approximate: false,
    between: false
  };
}

/** Two paragraphs and an omission; the passage `both` reaches from the one into the other. */
export const excerpt: Excerpt = {
  plain: 'Gorbachev: Two steps are needed. […] The Council must unite.',
  sha256: 'abc123',
  paragraphs: [
    {
      id: 'p1',
      number: 1,
      start: 0,
      end: 32,
      runs: [
        { text: 'Gorbachev: ', passages: [], term: null, isSpeaker: true },
        { text: 'Two steps ', passages: ['both', 'steps'], term: null, isSpeaker: false },
        { text: 'are needed.', passages: ['both'], term: null, isSpeaker: false }
      ]
    },
    { id: null, number: null, start: 33, end: 36, runs: [{ text: '[…]', passages: [], term: null, isSpeaker: false }] },
    {
      id: 'p2',
      number: 2,
      start: 37,
      end: 60,
      runs: [
        { text: 'The ', passages: ['both'], term: null, isSpeaker: false },
        { text: 'Council', passages: ['both'], term: 'security-council', isSpeaker: false },
        { text: ' must unite.', passages: [], term: null, isSpeaker: false }
      ]
    }
  ],
  passages: [
    { id: 'both', start: 11, end: 48, text: 'Two steps are needed. […] The Council', paragraph: 'p1' },
    { id: 'steps', start: 11, end: 20, text: 'Two steps', paragraph: 'p1' }
  ]
};

export const source: Source = {
  id: 'soviet-note',
  title: 'Record of a conversation in Paris',
  shortTitle: 'Gorbachev and Pérez de Cuéllar',
  date: day('1990-11-19'),
  place: 'Paris',
  creator: 'a Soviet note-taker',
  kind: 'memcon',
  repository: 'An archive in Moscow',
  recordId: 'fond 1',
  originalLanguage: 'Russian',
  language: 'en',
  rights: 'Quoted with its source.',
  whereToRead: 'https://example.org/note',
  checkedAgainst: ['https://example.org/copy'],
  differences: 'None.',
  excerptStatus: 'verbatim',
  display: 'ready',
  displayReason: 'the words were checked',
  publicThen: false,
  opened: day('2010-02-01'),
  companionOf: null,
  keyPassage: 'both',
  excerpt
};

export const sourceDigest: SourceDigest = {
  id: source.id,
  shortTitle: source.shortTitle,
  creator: source.creator,
  kind: source.kind,
  date: source.date,
  language: 'en',
  display: 'ready',
  publicThen: false
};

export const quotation: Quotation = {
  text: 'Two steps are needed.',
  fragment: 'passage-both',
  source: sourceDigest,
  translated: true
};

export const event: Event = {
  id: 'talk-in-paris',
  title: 'Gorbachev asks for two steps',
  shortTitle: 'Two steps asked for',
  date: day('1990-11-19'),
  endDate: null,
  lane: 'un',
  place: 'paris',
  people: ['mikhail-gorbachev'],
  significance: 3,
  summary: 'After the ceremony he spoke to the Secretary-General.',
  plain: 'He asked for two steps.',
  sources: [],
  answers: [],
  leadsTo: [],
  publicThen: false,
  publicNote: 'The note was opened in 2010.',
  certainty: 'disputed',
  note: 'The American record differs.',
  factSources: [],
  window: null,
  hasBody: false,
  quotes: []
};

export const eventDigest: EventDigest = {
  id: event.id,
  title: event.title,
  shortTitle: event.shortTitle,
  lane: event.lane,
  date: event.date,
  endDate: null
};

export const laterEvent: EventDigest = {
  ...eventDigest,
  id: 'resolution-678',
  title: 'Resolution 678 is adopted',
  shortTitle: 'Resolution 678',
  date: day('1990-11-29')
};

export const term: Term = {
  id: 'security-council',
  term: 'Security Council',
  plain: 'Fifteen states that decide on peace.',
  definition: 'The organ of the United Nations that has the primary responsibility for peace.',
  sources: [],
  citations: [],
  seeAlso: []
};
