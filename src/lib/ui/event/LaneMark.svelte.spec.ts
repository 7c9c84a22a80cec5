import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { laneIds } from '#lib/model/lane.ts';
import LaneMark from './LaneMark.svelte';

it('has a shape of its own for each lane, so that colour is never the only sign, and is not read aloud', async () => {
  const shapes = [];
  for (const lane of laneIds) {
    const { container, unmount } = await render(LaneMark, { props: { lane } });
    expect(container.querySelector('svg')!.getAttribute('aria-hidden')).toBe('true');
    shapes.push(container.querySelector('path')!.getAttribute('d'));
    await unmount();
  }
  expect(new Set(shapes).size).toBe(laneIds.length);
});
