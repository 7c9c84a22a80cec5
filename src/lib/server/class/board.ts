import { readSheet, type Sheet } from '../../gradebook/sheet.ts';
import { Work } from '../../lesson/work.ts';
import { askedIn, inOrder } from '../../model/asked.ts';
import type { Module } from '../../model/module.ts';
import type { Operation } from '../../model/operation.ts';
import type { Asker } from '../asker.ts';
import type { Database } from '../db/open-database.ts';
import { readAssignment, type AssignmentView } from './assignments.ts';

/** One student of a class at work on an assignment. */
export interface BoardRow extends Sheet {
  readonly id: string;
  readonly name: string;
  readonly joinedAt: number;
  /** When her device was last heard of, in ms since 1970. */
  readonly seenAt: number;
  /** When an answer last came, in ms since 1970; 0 for never. */
  readonly lastAt: number;
  /** The step that she is on; empty when she is elsewhere. */
  readonly step: string;
}

interface Known {
  readonly work: Work;
  seq: number;
  lastAt: number;
}

/** A class at work on one assignment, as its teacher sees it. It reads only what has come since it last looked. */
export class Board {
  readonly assignment: AssignmentView;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly questions: Module['steps'][number]['questions'];
  }[];
  readonly #database: Database;
  readonly #known = new Map<string, Known>();

  private constructor(database: Database, assignment: AssignmentView, module: Module) {
    this.#database = database;
    this.assignment = assignment;
    this.steps = inOrder(module.steps, assignment.choices).map((step) => ({
      id: step.id,
      title: step.title,
      questions: askedIn(step, assignment.choices)
    }));
  }

  /**
   * @param modules all that there are
   * @throws {Refusal} not-signed-in, not-yours
   */
  static async open(database: Database, asker: Asker, id: string, modules: readonly Module[]): Promise<Board> {
    const assignment = await readAssignment(database, asker, id);
    const module = modules.find((each) => each.id === assignment.module)!;
    return new Board(database, assignment, module);
  }

  /** Rows by the students' names: of all, or of some. Who is no longer in the class has none. */
  async read(students?: readonly string[]): Promise<BoardRow[]> {
    const { db } = this.#database;
    let query = db
      .selectFrom('student')
      .select(['id', 'name', 'joined_at', 'seen_at', 'place'])
      .where('class_id', '=', this.assignment.class)
      .orderBy('name_key');
    if (students) query = query.where('id', 'in', students.length > 0 ? [...students] : ['']);
    const found = await query.execute();
    await this.#catchUp(found.map(({ id }) => id));
    return found.map((row) => {
      const known = this.#known.get(row.id);
      const [module, step = ''] = row.place.split('/');
      return {
        id: row.id,
        name: row.name,
        joinedAt: row.joined_at,
        seenAt: row.seen_at,
        lastAt: known?.lastAt ?? 0,
        step: module === this.assignment.module ? step : '',
        ...readSheet(this.assignment.module, this.steps, known?.work ?? new Work())
      };
    });
  }

  /** A student's work with all versions of what was written at the same time in two places. */
  async operationsOf(student: string): Promise<Operation[]> {
    await this.#catchUp([student]);
    return this.#known.get(student)?.work.operations ?? [];
  }

  async #catchUp(students: readonly string[]): Promise<void> {
    if (students.length === 0) return;
    const from = Math.min(...students.map((id) => this.#known.get(id)?.seq ?? 0));
    const rows = await this.#database.db
      .selectFrom('operation')
      .select(['student_id', 'seq', 'body', 'received_at'])
      .where('student_id', 'in', [...students])
      .where('module', '=', this.assignment.module)
      .where('seq', '>', from)
      .orderBy('seq')
      .execute();
    for (const { student_id, seq, body, received_at } of rows) {
      const known = this.#known.get(student_id) ?? { work: new Work(), seq: 0, lastAt: 0 };
      this.#known.set(student_id, known);
      if (seq <= known.seq) continue;
      known.work.take(JSON.parse(body) as Operation);
      known.seq = seq;
      known.lastAt = received_at;
    }
  }
}
