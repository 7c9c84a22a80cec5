import type { Stretch } from '#lib/anchor/sentences.ts';
import type { Adapted } from '#lib/model/adapted.ts';
import type { Vote } from '#lib/model/council.ts';
import type { Quotation, SourceDigest } from '#lib/model/digest.ts';
import type { DraftingTable } from '#lib/model/drafting.ts';
import type { Excerpt } from '#lib/model/excerpt.ts';
import type { Step } from '#lib/model/module.ts';
import type { Question } from '#lib/model/question.ts';
import type { Term } from '#lib/model/term.ts';
import type { VotePicture } from '#lib/chart/council-seats.ts';
import type { VoteGlyphs } from '#lib/chart/vote-glyph.ts';

/** A source as a step shows it. */
export interface ReadView {
  readonly source: SourceDigest;
  readonly place: string;
  readonly isTranslated: boolean;
  readonly excerpt: Excerpt;
  readonly sentences: readonly Stretch[];
  readonly adapted: Adapted | null;
  /** Terms of the glossary that the excerpt marks. */
  readonly terms: readonly string[];
}

/** What is documented of a member of the Council, before the vote and in it. */
export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly permanent: boolean;
  readonly vote: Vote;
  readonly said: StatementView | null;
  /** Says that what it said is not documented, where it is not. */
  readonly saidNote: string | null;
  readonly before: readonly StatementView[];
}

export interface StatementView {
  readonly when: string;
  readonly what: string;
  readonly basis: string;
  readonly citations: readonly string[];
  readonly sources: readonly { readonly id: string; readonly title: string }[];
}

export interface TableView {
  readonly table: DraftingTable;
  readonly members: readonly MemberView[];
  /** Where the members sit. */
  readonly picture: VotePicture;
  readonly glyphs: VoteGlyphs;
}

/** All that the questions of a step point at, at hand. */
export interface StepThings {
  /** By `source#passage`. */
  readonly passages: Readonly<Record<string, Quotation>>;
  /** Events by id: what they are called, and on which day of the axis they happened or began. */
  readonly events: Readonly<Record<string, { readonly title: string; readonly when: string; readonly day: string }>>;
  /** Titles of sources, by id. */
  readonly sources: Readonly<
    Record<string, { readonly title: string; readonly date: string; readonly language: SourceDigest['language'] }>
  >;
  /** The words of the sources, by id, into which answers point. */
  readonly plain: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, TableView>>;
}

export interface StepInModule extends Pick<Step, 'id' | 'title' | 'kind' | 'minutes'> {
  readonly questions: readonly Question[];
}

export interface ModuleView {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly standfirst: string;
  readonly minutes: number;
  readonly order: number;
  readonly steps: readonly StepInModule[];
}

export type Terms = Readonly<Record<string, Term>>;
