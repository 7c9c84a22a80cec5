import type { Page } from '@playwright/test';
import { collection } from './collection.ts';
import { expect, test } from './page-errors.ts';

const rollCalls = collection.councils.flatMap(({ members, rollCalls: calls }) =>
  calls.map((call) => ({ ...call, members }))
);
const pathOf = (id: string) => `/events/${id}`;
const titleOf = (id: string) => collection.events.find((event) => event.id === id)!.title;

interface EventFacts {
  readonly when: string;
  readonly certainty: string;
  readonly note: string;
  readonly answers: string[];
  readonly leadsTo: string[];
}

/** What every event's page says, read from its HTML. */
const readEvents = (page: Page): Promise<Record<string, EventFacts>> =>
  page.evaluate(
    async (ids) => {
      const facts: Record<string, EventFacts> = {};
      for (const id of ids) {
        const html = await (await fetch(`/events/${id}`)).text();
        const found = new DOMParser().parseFromString(html, 'text/html');
        const links = (label: string) =>
          [...found.querySelectorAll(`section[aria-labelledby="${label}"] a`)].map((link) =>
            link.getAttribute('href')!.split('/').at(-1)!
          );
        const certainty = found.querySelector('aside dl > div dd')!;
        facts[id] = {
          when: found.querySelector('header .when time')!.textContent!.trim(),
          certainty: certainty.querySelector('strong')!.textContent!.trim(),
          note: certainty.querySelector('span')?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
          answers: links('event-answers'),
          leadsTo: links('event-leads-to')
        };
      }
      return facts;
    },
    collection.events.map(({ id }) => id)
  );

test.describe('the vote on a resolution', () => {
  test('is known for the twelve of 1990 and more', () => {
    expect(rollCalls.length).toBeGreaterThanOrEqual(12);
  });

  for (const call of rollCalls) {
    test(`${call.resolution ?? call.id}: a picture, and a table of fifteen`, async ({ page }) => {
      await page.goto(pathOf(call.event));
      const seats = page.locator('.council .seats > li');
      await expect(seats).toHaveCount(15);
      await expect(seats.first().locator('svg')).toBeVisible();
      await page.getByText('The votes as a table').click();
      const rows = page.locator('.council table tbody tr');
      await expect(rows).toHaveCount(15);
      const cast = await rows.evaluateAll((found) =>
        found.map((row) => [row.children[0]!.textContent!.trim(), row.children[2]!.textContent!.trim()])
      );
      const told = { for: 'For', against: 'Against', abstained: 'Abstained', 'not-participating': 'Took no part' };
      expect(Object.fromEntries(cast)).toEqual(
        Object.fromEntries(call.members.map(({ name, votes }) => [name, told[votes[call.id]!]]))
      );
      const sums = {
        For: call.for,
        Against: call.against,
        Abstained: call.abstaining,
        'Took no part': call.notParticipating
      };
      for (const [word, sum] of Object.entries(sums)) {
        expect(cast.filter(([, vote]) => vote === word).length, word).toBe(sum);
      }
      const tally = await page
        .locator('.council .tally .count')
        .evaluateAll((counts) => counts.map((count) => Number(count.textContent)));
      expect(tally.reduce((sum, count) => sum + count, 0)).toBe(15);
      // The picture says the same of every seat as the table.
      const seen = await seats.evaluateAll((found) =>
        found.map((seat) => [seat.querySelector('.name')!.textContent, seat.querySelector('.vote')!.textContent])
      );
      expect(seen.map(([name, vote]) => `${name}: ${vote}`).sort()).toEqual(
        cast.map(([name, vote]) => `${name}: ${vote}`).sort()
      );
      await expect(page.locator('.council tbody td:nth-child(2)', { hasText: 'Permanent' })).toHaveCount(5);
    });
  }
});

test.describe('what an event’s page says', () => {
  let facts: Record<string, EventFacts>;

  test.beforeEach(async ({ page }) => {
    await page.goto('/about');
    facts = await readEvents(page);
  });

  test('certainty: disputed and inferred events are told as such, with both sides', () => {
    const doubtful = collection.events.filter(({ certainty }) => certainty !== 'documented');
    expect(doubtful.length).toBeGreaterThan(10);
    const words = { documented: 'Documented', disputed: 'Disputed', inferred: 'Inferred' };
    for (const { id, certainty, note } of collection.events) {
      expect(facts[id]!.certainty, id).toBe(words[certainty]);
      if (note) expect(facts[id]!.note, id).toBe(note.replace(/\s+/g, ' ').trim());
    }
    for (const { id } of doubtful) expect(facts[id]!.note, id).not.toBe('');
  });

  test('hours: only where a document gives one', () => {
    const hour = /\d{1,2}:\d{2}/;
    for (const { id, date, endDate } of collection.events) {
      const isTimed = date.precision === 'minute' || endDate?.precision === 'minute';
      if (isTimed) expect(facts[id]!.when, id).toMatch(hour);
      else expect(facts[id]!.when.replace(/UTC[+−]\d+:\d+/, ''), id).not.toMatch(hour);
    }
    expect(collection.events.some(({ date }) => date.precision === 'minute')).toBe(true);
  });

  // What an event led to need not have been an answer to it: that thread may run one way.
  test('threads: what an event answered names it in return among what that led to', () => {
    let threads = 0;
    for (const { id, answers, leadsTo } of collection.events) {
      const own = facts[id]!;
      expect([...own.answers].sort(), id).toEqual([...answers].sort());
      expect([...own.leadsTo].sort(), id).toEqual([...leadsTo].sort());
      for (const before of own.answers) expect(facts[before]!.leadsTo, `${id} answered ${before}`).toContain(id);
      threads += own.answers.length;
    }
    expect(threads).toBeGreaterThan(96);
  });
});

test('a thread is a link to the event', async ({ page }) => {
  await page.goto(pathOf('gorbachev-two-step-conversation'));
  await page
    .getByRole('region', { name: 'What it led to' })
    .getByRole('link', { name: titleOf('resolution-678-adopted') })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('resolution-678-adopted'));
  await page
    .getByRole('region', { name: 'What it answered' })
    .getByRole('link', { name: titleOf('gorbachev-two-step-conversation') })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('gorbachev-two-step-conversation'));
});

for (const { id, place } of [
  { id: 'gorbachev-two-step-conversation', place: 'elysee' },
  { id: 'resolution-678-adopted', place: 'un-new-york' },
  { id: 'secretary-general-in-baghdad', place: 'baghdad' }
]) {
  test(`the map shows the place of ${id}`, async ({ page, request }) => {
    await page.goto(pathOf(id));
    const map = page.locator('aside .place-map');
    const reference = await map.locator('svg use').getAttribute('href');
    const address = new URL(reference!, page.url());
    const answer = await request.get(address.pathname);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toContain('image/svg+xml');
    expect(await answer.text()).toContain(`id="${address.hash.slice(1)}"`);
    // What the reference draws has a size: it was found.
    expect(
      await map.locator('svg use').evaluate((use) => {
        const { width, height } = (use as SVGGraphicsElement).getBBox();
        return width > 100 && height > 100;
      })
    ).toBe(true);
    const { name } = collection.places.find((found) => found.id === place)!;
    const dot = map.locator('.layer:visible [aria-current="location"]');
    await expect(dot).toContainText(name);
    const box = (await dot.locator('.dot').boundingBox())!;
    const frame = (await map.locator('.frame').boundingBox())!;
    expect(box.x).toBeGreaterThan(frame.x);
    expect(box.x + box.width).toBeLessThan(frame.x + frame.width);
    expect(box.y).toBeGreaterThan(frame.y);
    expect(box.y + box.height).toBeLessThan(frame.y + frame.height);
  });
}

test('an event leads to itself on the timeline', async ({ page }) => {
  await page.goto(pathOf('resolution-678-adopted'));
  await page.getByRole('link', { name: 'Show on the timeline' }).click();
  await expect(page.locator('#panel').getByRole('heading', { level: 2 })).toHaveText(titleOf('resolution-678-adopted'));
});

test('before and after walk in order of time', async ({ page }) => {
  await page.goto(pathOf(collection.events[0]!.id));
  for (const event of collection.events.slice(1, 5)) {
    await page.locator('[rel="next"]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
  }
  await page.locator('[rel="prev"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(collection.events[3]!.title);
});
