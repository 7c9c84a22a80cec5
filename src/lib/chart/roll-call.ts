import { votes, type Council, type RollCall, type Vote } from '../model/council.ts';

export interface CastVote {
  readonly id: string;
  readonly name: string;
  readonly isPermanent: boolean;
  readonly vote: Vote;
}

export interface Tally {
  readonly vote: Vote;
  readonly count: number;
}

/**
 * How each member voted.
 * @param rollCall id of one of the council's roll calls
 * @returns in the order of the council's members, which is the English alphabet
 * @throws when a member has no vote under that id
 */
export function castVotes(council: Council, rollCall: string): readonly CastVote[] {
  return council.members.map((member) => {
    const vote = member.votes[rollCall];
    if (!vote) throw new Error(`${member.name} has no vote on ${rollCall} in ${council.year}`);
    return { id: member.id, name: member.name, isPermanent: member.permanent, vote };
  });
}

/** How many voted in each way; ways that nobody chose are left out. */
export function tallyVotes(cast: readonly { readonly vote: Vote }[]): readonly Tally[] {
  return votes
    .map((vote) => ({ vote, count: cast.filter((one) => one.vote === vote).length }))
    .filter(({ count }) => count > 0);
}

export interface RollGroup {
  readonly isPermanent: boolean;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly votes: readonly Vote[] }[];
}

export interface Roll {
  readonly rollCalls: readonly RollCall[];
  /** The permanent members, then the elected ones; each row's votes in the order of `rollCalls`. */
  readonly groups: readonly RollGroup[];
  /** For each way of voting that occurs: how many, in the order of `rollCalls`. */
  readonly totals: readonly { readonly vote: Vote; readonly counts: readonly number[] }[];
}

/** All roll calls of a year as one table. */
export function arrangeRoll(council: Council): Roll {
  const cast = council.rollCalls.map(({ id }) => castVotes(council, id));
  const groups = [true, false].map((isPermanent) => ({
    isPermanent,
    rows: council.members.flatMap(({ id, name, permanent }, index) =>
      permanent === isPermanent ? [{ id, name, votes: cast.map((column) => column[index]!.vote) }] : []
    )
  }));
  const totals = votes
    .map((vote) => ({ vote, counts: cast.map((column) => column.filter((one) => one.vote === vote).length) }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  return { rollCalls: council.rollCalls, groups, totals };
}
