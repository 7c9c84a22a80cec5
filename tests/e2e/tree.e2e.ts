import { expect, test } from './page-errors.ts';
import { openTimeline, surface } from './timeline-surface.ts';

/** What a screen reader is given at each zoom, from the whole to the hours of Paris; kept beside this file. */
const zooms = [
  { name: 'everything', query: '?from=1989-01-01&to=1993-01-01' },
  { name: 'opening', query: '' },
  { name: 'two-months', query: '?from=1990-11-01&to=1990-12-31' },
  { name: 'week', query: '?from=1990-11-16&to=1990-11-23' },
  { name: 'paris-day', query: '?from=1990-11-19T06:00&to=1990-11-19T23:00' }
];

for (const { name, query } of zooms) {
  test(`the tree of the timeline: ${name}`, async ({ page }) => {
    await openTimeline(page, query);
    await expect(surface(page)).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  });
}

test('every row is a lane by name, and every cell holds one link that says what and when, or how many', async ({
  page
}) => {
  for (const { query } of zooms) {
    await openTimeline(page, query);
    const grid = surface(page).getByRole('grid', { name: 'Timeline of events, by lane' });
    await expect(grid).toHaveCount(1);
    expect(await grid.getByRole('row').count()).toBe(5);
    for (const row of await grid.getByRole('row').all()) await expect(row.getByRole('rowheader')).toHaveCount(1);
    const names = await grid
      .getByRole('gridcell')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
    expect(names.length).toBe(await grid.getByRole('gridcell').count());
    const kinds = names.filter((text) => !/\b(19[0-9]{2})\b/.test(text));
    expect(kinds).toEqual([]);
    // No two say the same: a name must tell them apart.
    expect(new Set(names).size).toBe(names.length);
  }
});
