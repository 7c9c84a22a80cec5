import type { SquareCode } from '#lib/chart/square-code.ts';
import type { Quotation, SourceDigest } from '#lib/model/digest.ts';
import type { DraftingTable } from '#lib/model/drafting.ts';
import type { Excerpt } from '#lib/model/excerpt.ts';
import type { LaneId } from '#lib/model/lane.ts';
import type { TimelineBeam } from '#lib/timeline/scene.ts';
import type { TimelineEvent } from '#lib/timeline/timeline-event.ts';
import type { Viewport } from '#lib/timeline/viewport.ts';
import type { TourView } from '../timeline/tour-view.ts';

/** An event as the kiosk tells of it. */
export interface KioskEvent extends TimelineEvent {
  readonly title: string;
  /** Its date, written out. */
  readonly when: string;
  readonly place: string;
  readonly summary: string;
  readonly quotation: Quotation | null;
}

export interface KioskLane {
  readonly id: LaneId;
  readonly name: string;
}

/** What every picture of the timeline draws. */
export interface KioskTimeline {
  readonly events: readonly KioskEvent[];
  readonly lanes: readonly KioskLane[];
  readonly beams: readonly TimelineBeam[];
  readonly bounds: Viewport;
  readonly opening: Viewport;
}

/** One of the two steps: what was asked for in Paris, and what the Council wrote. */
export interface DocumentStep {
  readonly passage: string;
  readonly adopted: Quotation;
}

export interface KioskDocument {
  readonly source: SourceDigest;
  readonly place: string;
  readonly isTranslated: boolean;
  readonly excerpt: Excerpt;
  readonly threat: DocumentStep;
  readonly time: DocumentStep;
}

export interface KioskDrafting {
  readonly table: DraftingTable;
  /** By `source#passage`. */
  readonly passages: Readonly<Record<string, Quotation>>;
}

/** A question of opinion; its id is its path in the lessons. */
export interface KioskQuestion {
  readonly id: string;
  readonly prompt: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** Where a document can be read, as a picture that a telephone reads. */
export type Code = SquareCode;

/** All that a kiosk shows. */
export interface KioskData {
  readonly title: string;
  readonly subtitle: string;
  readonly timeline: KioskTimeline;
  readonly tours: readonly TourView[];
  readonly document: KioskDocument;
  readonly drafting: KioskDrafting;
  readonly questions: readonly KioskQuestion[];
  /** By the id of a source. */
  readonly codes: Readonly<Record<string, Code>>;
}
