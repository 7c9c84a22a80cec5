import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { layoutOverview } from '#lib/timeline/overview.ts';
import { entries, timeline } from './timeline.fixture.ts';
import OverviewPicture from './OverviewPicture.svelte';

it.each([320, 1280])(
  'is one picture with a description, and draws every event within itself at %i px',
  async (width) => {
    await page.viewport(width, 700);
    const { container } = await render(OverviewPicture, {
      props: {
        overview: layoutOverview(entries, timeline.beams, ['un', 'military'], timeline.bounds),
        ticks: [{ time: 0, x: 0, label: '1990' }],
        laneNames: { un: 'United Nations', military: 'Military' },
        description: 'Many events in two lanes.'
      }
    });
    const picture = page.getByRole('img', { name: 'Many events in two lanes.' });
    await expect.element(picture).toBeInTheDocument();
    const marks = [...container.querySelectorAll('.dot, .bar')];
    expect(marks).toHaveLength(entries.length);
    const frame = picture.element().getBoundingClientRect();
    for (const { left, right } of marks.map((mark) => mark.getBoundingClientRect())) {
      expect(left).toBeGreaterThanOrEqual(frame.left - 8);
      expect(right).toBeLessThanOrEqual(frame.right + 8);
    }
  }
);
