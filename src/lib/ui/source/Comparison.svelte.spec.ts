import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { excerpt, source } from '../collection.fixture.ts';
import Comparison from './Comparison.svelte';

const props = {
  comparison: {
    id: 'steps',
    a: source.id,
    b: 'resolution',
    title: 'Asked and adopted',
    about: '',
    pairs: [
      { a: 'steps', b: 'both', label: 'Two steps', note: 'Both have two.' },
      { a: 'both', b: 'steps', label: 'Unity', note: 'One asks for it.' }
    ],
    alone: [{ side: 'b' as const, passage: 'steps', label: 'A deadline', note: 'Nobody had asked for it.' }]
  },
  a: source,
  b: { ...source, id: 'resolution', shortTitle: 'Resolution 678', publicThen: true, excerpt }
};

describe('Comparison', () => {
  it('has both documents side by side, and says which of them was secret', async () => {
    await page.viewport(1280, 800);
    await render(Comparison, { props });
    const [a, b] = [source.shortTitle, 'Resolution 678'].map((name) => page.getByRole('region', { name }));
    await expect.element(a!).toMatchTextContent(/19 November 1990\s*· secret at the time/);
    await expect.element(b!).not.toMatchTextContent('secret');
    const [left, right] = [a!, b!].map((side) => side.element().getBoundingClientRect());
    expect(right!.left).toBeGreaterThanOrEqual(left!.right);
  });

  it('joins the passages that answer each other by a line each, and by number and words', async () => {
    await page.viewport(1280, 800);
    const { container } = await render(Comparison, { props });
    await expect.poll(() => container.querySelectorAll('svg path').length).toBe(2);
    for (const line of container.querySelectorAll('svg path'))
      expect(line.getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+C/);
    const pair = page.getByRole('listitem').filter({ hasText: 'Both have two.' });
    expect([...pair.element().querySelectorAll('q')].map((words) => words.textContent)).toEqual([
      'Two steps',
      'Two steps are needed. […] The Council'
    ]);
    await expect.element(page.getByRole('heading', { name: 'What finds no answer' })).toBeInTheDocument();
  });

  it('stands one above the other on a phone, without lines', async () => {
    await page.viewport(360, 800);
    const { container } = await render(Comparison, { props });
    const sides = [...container.querySelectorAll('[data-side]')].map((side) => side.getBoundingClientRect());
    expect(sides[1]!.top).toBeGreaterThanOrEqual(sides[0]!.bottom);
    expect(container.querySelectorAll('svg path')).toHaveLength(0);
  });

  it('has no id twice', async () => {
    const { container } = await render(Comparison, { props });
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});
