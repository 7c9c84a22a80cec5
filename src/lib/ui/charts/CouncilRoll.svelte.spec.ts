import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import '../../../fonts.css';
import type { RollCall } from '#lib/model/council.ts';
import { arrangeRoll } from '#lib/chart/roll-call.ts';
import { drawVotes } from '#lib/chart/vote-glyph.ts';
import { council, voteWords } from './council.fixture.ts';
import CouncilRoll from './CouncilRoll.svelte';

const props = {
  roll: arrangeRoll(council),
  glyphs: drawVotes(),
  title: 'Two resolutions, fifteen members',
  source: 'Source: a yearbook.',
  chosen: '678',
  hrefOf: ({ id }: RollCall) => (id === '678' ? '#event-678' : undefined),
  words: {
    votes: voteWords,
    member: 'Member',
    permanentMembers: 'Permanent members',
    electedMembers: 'Elected members',
    rollCall: ({ id }: RollCall) => id,
    day: ({ date }: RollCall) => date
  }
};

describe('CouncilRoll', () => {
  it('is a table with headers for members and roll calls', async () => {
    await render(CouncilRoll, { props });
    const table = page.getByRole('table', { name: 'Two resolutions, fifteen members' });
    await expect.element(table.getByRole('row', { name: 'Yemen took no part against' })).toBeInTheDocument();
    await expect.element(table.getByRole('row', { name: 'for 14 12' })).toBeInTheDocument();
    await expect.element(table.getByRole('row', { name: 'Permanent members' })).toBeInTheDocument();
  });

  it('marks the chosen column, and links where told', async () => {
    await render(CouncilRoll, { props });
    const column = page.getByRole('columnheader', { name: /678/ });
    await expect.element(column).toHaveAttribute('aria-current', 'true');
    await expect.element(column.getByRole('link')).toHaveAttribute('href', '#event-678');
    expect(page.getByRole('columnheader', { name: /660/ }).getByRole('link').elements()).toHaveLength(0);
  });

  it('scrolls in a part of its own that the keyboard reaches', async () => {
    await page.viewport(200, 700);
    const { container } = await render(CouncilRoll, { props });
    const region = page.getByRole('region', { name: 'Two resolutions, fifteen members' });
    await expect.element(region).toHaveAttribute('tabindex', '0');
    expect(container.scrollWidth).toBeLessThanOrEqual(200);
  });
});
