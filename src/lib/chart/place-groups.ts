import type { Point } from './map-crop.ts';

/** Something at a place, in map px. */
export interface Mark extends Point {
  readonly id: string;
  readonly label: string;
  readonly isChosen?: boolean | undefined;
}

export interface NumberedMark<M extends Mark = Mark> {
  readonly number: number;
  readonly mark: M;
}

/** Marks too close to be told apart at some scale; one mark alone is a group, too. */
export interface Group<M extends Mark = Mark> extends Point {
  readonly members: readonly NumberedMark<M>[];
}

interface Cluster extends Point {
  readonly id: number;
  readonly marks: readonly Mark[];
}

/** Joining two clusters, the western one first. */
interface Join {
  readonly distance: number;
  readonly parts: readonly [Cluster, Cluster];
  readonly whole: Cluster;
}

/**
 * Numbers marks so that neighbours have neighbouring numbers. Closest clusters are joined first, and each join keeps
 * its two parts together; so whatever is one group at some scale has consecutive numbers, and the numbers are the same
 * on every crop.
 * @param marks in map px, in any order
 * @returns from 1
 */
export function numberMarks<M extends Mark>(marks: readonly M[]): readonly NumberedMark<M>[] {
  const joins = joinAll(marks);
  const ordered = joins.at(-1)?.whole.marks ?? marks;
  return (ordered as readonly M[]).map((mark, index) => ({ number: index + 1, mark }));
}

/**
 * Gathers marks until all groups are at least `apart` from one another.
 * @param marks the result of `numberMarks`
 * @param apart least distance of two groups' middles, in map px
 * @returns in order of their numbers
 */
export function groupMarks<M extends Mark>(marks: readonly NumberedMark<M>[], apart: number): readonly Group<M>[] {
  const plain = marks.map(({ mark }) => mark);
  const groups = new Map(singles(plain).map((cluster) => [cluster.id, cluster]));
  for (const { distance, parts, whole } of joinAll(plain)) {
    if (distance >= apart) break;
    for (const part of parts) groups.delete(part.id);
    groups.set(whole.id, whole);
  }
  const numbered = new Map(marks.map((item) => [item.mark as Mark, item]));
  return [...groups.values()]
    .map(({ x, y, marks: inside }) => ({ x, y, members: inside.map((mark) => numbered.get(mark)!) }))
    .sort((a, b) => a.members[0]!.number - b.members[0]!.number);
}

const singles = (marks: readonly Mark[]): readonly Cluster[] => {
  const byPosition = [...marks].sort((a, b) => a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1));
  return byPosition.map((mark, id) => ({ id, x: mark.x, y: mark.y, marks: [mark] }));
};

/** A few dozen places are few: looking at all pairs each time is fast enough. */
function joinAll(marks: readonly Mark[]): readonly Join[] {
  let clusters = [...singles(marks)];
  const joins: Join[] = [];
  while (clusters.length > 1) {
    const { parts, distance } = closestPair(clusters);
    const [west, east] = parts[0].x <= parts[1].x ? parts : [parts[1], parts[0]];
    const whole = { id: marks.length + joins.length, ...middle(west, east), marks: [...west.marks, ...east.marks] };
    joins.push({ distance, parts: [west, east], whole });
    clusters = [...clusters.filter((cluster) => cluster !== west && cluster !== east), whole];
  }
  return joins;
}

function closestPair(clusters: readonly Cluster[]): Pick<Join, 'parts' | 'distance'> {
  let best: Pick<Join, 'parts' | 'distance'> | undefined;
  clusters.forEach((a, index) => {
    for (const b of clusters.slice(index + 1)) {
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      if (!best || distance < best.distance) best = { parts: [a, b], distance };
    }
  });
  return best!;
}

function middle(a: Cluster, b: Cluster): Point {
  const weight = a.marks.length / (a.marks.length + b.marks.length);
  return { x: a.x * weight + b.x * (1 - weight), y: a.y * weight + b.y * (1 - weight) };
}
