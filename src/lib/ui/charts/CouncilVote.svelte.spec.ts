import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import '../../../fonts.css';
import { drawCouncilVote } from '#lib/chart/council-seats.ts';
import { drawVotes } from '#lib/chart/vote-glyph.ts';
import { council, voteWords } from './council.fixture.ts';
import CouncilVote from './CouncilVote.svelte';

const title = 'Resolution 678: 12 for, 2 against, 1 abstained';
const props = {
  picture: drawCouncilVote(council, '678'),
  glyphs: drawVotes(),
  title,
  source: 'Source: a yearbook.',
  tableCaption: 'Votes on resolution 678',
  words: {
    votes: voteWords,
    member: 'Member',
    kind: 'Seat',
    vote: 'Vote',
    permanent: 'permanent',
    elected: 'elected',
    permanentSeat: 'permanent member',
    seats: 'A ring marks the permanent members.',
    showTable: 'The votes as a table'
  }
};

describe('CouncilVote', () => {
  it('says of every seat who sits there and how it voted', async () => {
    await render(CouncilVote, { props });
    await expect.element(page.getByRole('figure', { name: title })).toBeInTheDocument();
    const seats = page.getByRole('list', { name: title }).getByRole('listitem');
    expect(seats.elements()).toHaveLength(15);
    await expect.element(seats.nth(1)).toHaveTextContent('China permanent member abstained');
    await expect.element(seats.nth(4)).toHaveTextContent('Cuba against');
  });

  it('has the votes in a table behind a press', async () => {
    await render(CouncilVote, { props });
    await page.getByText('The votes as a table').click();
    const table = page.getByRole('table', { name: 'Votes on resolution 678' });
    expect(table.getByRole('rowheader').elements()).toHaveLength(15);
    await expect.element(table.getByRole('row', { name: 'Yemen elected against' })).toBeVisible();
  });

  it.each([320, 500, 700, 1000])('has no seat or name across another at %i px', async (width) => {
    await page.viewport(width, 800);
    const { container } = await render(CouncilVote, { props });
    await document.fonts.ready;
    const boxes = [...container.querySelectorAll('.seats .seat, .seats .text')].map((part) =>
      part.getBoundingClientRect()
    );
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
    }
    const crossings = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => [a, b])
    );
    expect(crossings).toEqual([]);
  });
});
