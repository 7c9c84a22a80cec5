import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import '../../../fonts.css';
import { wholeMap } from '#lib/chart/map-crop.ts';
import { drawPlaces } from '#lib/chart/place-map.ts';
import PlaceMap from './PlaceMap.svelte';

const words = {
  places: 'Places',
  others: (label: string, others: number) => `${label} +${others}`,
  numbers: 'Numbers are those of the list.'
};
const marks = [
  { id: 'paris', label: 'Paris', x: 850, y: 360 },
  { id: 'elysee', label: 'Élysée Palace', x: 850.4, y: 359.8, isChosen: true },
  { id: 'moscow', label: 'Moscow', x: 1147, y: 215, note: 'Capital of the Soviet Union.' }
];
const props = {
  map: '/map-1990.svg',
  picture: drawPlaces(marks, wholeMap, [], words.others),
  hrefOf: (id: string) => `#events-${id}`,
  title: 'Two cities',
  description: 'Paris and Moscow.',
  words
};

describe('PlaceMap', () => {
  it('is a picture with a name and a description', async () => {
    await render(PlaceMap, { props });
    const picture = page.getByRole('img', { name: 'Two cities' });
    await expect.element(picture).toBeInTheDocument();
    await expect.element(picture).toHaveAccessibleDescription('Paris and Moscow.');
  });

  it('links a single place to its page, and a group to its list', async () => {
    await page.viewport(900, 700);
    await render(PlaceMap, { props });
    const onMap = page.getByRole('list', { name: 'Two cities' });
    await expect.element(onMap.getByRole('link', { name: 'Moscow' })).toHaveAttribute('href', '#events-moscow');
    const group = onMap.getByRole('link', { name: 'Élysée Palace +1' });
    const list = page.getByRole('list', { name: 'Places' });
    const target = (await group.findElement()).getAttribute('href')!.slice(1);
    expect(list.element().querySelector(`#${target}`)).not.toBeNull();
    await expect.element(group).toHaveAttribute('aria-current', 'location');
  });

  it('shows one layout at a time', async () => {
    for (const width of [320, 600, 900, 1300]) {
      await page.viewport(width, 700);
      const { unmount } = await render(PlaceMap, { props });
      expect(page.getByRole('list', { name: 'Two cities' }).elements()).toHaveLength(1);
      await unmount();
    }
  });

  it('has targets of at least 24 px', async () => {
    await page.viewport(320, 700);
    const { container } = await render(PlaceMap, { props });
    for (const link of page.getByRole('link').elements()) {
      const { width, height } = link.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    expect(container.scrollWidth).toBeLessThanOrEqual(320);
  });

  it('leaves the list to another map', async () => {
    await render(PlaceMap, { props: { ...props, hasList: false } });
    expect(page.getByRole('list', { name: 'Places' }).elements()).toHaveLength(0);
  });

  it('draws its labels where they were planned', async () => {
    await page.viewport(1000, 700);
    const { container } = await render(PlaceMap, { props });
    const boxes = [...container.querySelectorAll('.label:not(.visually-hidden)')]
      .map((label) => label.getBoundingClientRect())
      .filter(({ width }) => width > 0);
    const frame = container.querySelector('.frame')!.getBoundingClientRect();
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(frame.left);
      expect(box.right).toBeLessThanOrEqual(frame.right);
    }
  });
});
