import { axisFormat } from '#lib/i18n/axis-format.ts';
import { formatList, formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { RollCall } from '#lib/model/council.ts';
import type { CouncilRollWords } from './CouncilRoll.svelte';
import type { CouncilVoteWords } from './CouncilVote.svelte';

const shortDay = axisFormat({ day: 'numeric', month: 'short' });

/** What a picture of a vote says beside the members' names. */
export const voteWords: CouncilVoteWords = {
  member: m.vote_member(),
  kind: m.vote_seat(),
  vote: m.vote_vote(),
  permanent: m.vote_permanent(),
  elected: m.vote_elected(),
  votes: {
    for: m.vote_for(),
    against: m.vote_against(),
    abstained: m.vote_abstained(),
    'not-participating': m.vote_not_participating()
  },
  seats: m.vote_seats(),
  showTable: m.vote_show_table(),
  permanentSeat: m.vote_permanent_seat()
};

/** '12 for, 2 against and 1 abstained' */
export function voteTitle(rollCall: RollCall): string {
  const parts = [
    { count: rollCall.for, says: m.vote_count_for },
    { count: rollCall.against, says: m.vote_count_against },
    { count: rollCall.abstaining, says: m.vote_count_abstained },
    { count: rollCall.notParticipating, says: m.vote_count_not_participating }
  ];
  return formatList(
    parts.filter(({ count }) => count > 0).map(({ count, says }) => says({ count: formatNumber(count) }))
  );
}

/** What the table of a year's votes says beside the members' names. */
export const rollWords: CouncilRollWords = {
  member: m.vote_member(),
  permanentMembers: m.roll_permanent(),
  electedMembers: m.roll_elected(),
  votes: voteWords.votes,
  rollCall: ({ resolution, about }) => resolution ?? about,
  day: ({ date }) => shortDay(Date.parse(date))
};
