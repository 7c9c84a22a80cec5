import { expect, test, type Page } from '@playwright/test';
import { pageTypes } from '../page-types.js';
import { openPage, waitForDrawing } from './open-page.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Stop {
  readonly name: string;
  readonly key: number;
  readonly isShown: boolean;
  readonly isUncovered: boolean;
}

/**
 * Numbers everything on the page that the keyboard must reach. The timeline's marks are one stop,
 * with arrow keys between them, so that those out of the order of Tab are not asked for. So are the buttons of
 * a group of which one is chosen.
 */
function numberControls(page: Page): Promise<{ key: number; name: string }[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]'
    );
    return [...controls]
      .filter((node) => node.tabIndex >= 0 && !node.matches(':disabled'))
      .filter((node) => node.checkVisibility({ visibilityProperty: true }))
      .filter((node) => {
        if (!(node instanceof HTMLInputElement) || node.type !== 'radio') return true;
        const group = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
          ({ name }) => name === node.name
        );
        return node === (group.find(({ checked }) => checked) ?? group[0]);
      })
      .map((node, key) => {
        node.dataset.stop = String(key);
        return { key, name: `${node.localName} ${(node.textContent || node.ariaLabel || '').trim().slice(0, 40)}` };
      });
  });
}

/** Where the keyboard is; null when it has left the page. */
function readStop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const node = document.activeElement as HTMLElement | null;
    if (!node || node === document.body) return null;

    const isDrawn = (style: CSSStyleDeclaration) =>
      style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    // A mark of the timeline draws the outline around its label.
    const isShown = [node, ...node.querySelectorAll('*')].some((each) => isDrawn(getComputedStyle(each)));

    const isUncovered =
      [...node.getClientRects()].some((box) =>
        [0.1, 0.5, 0.9].some((across) =>
          [0.25, 0.5, 0.75].some((down) => {
            const top = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
            return top !== null && (node.contains(top) || top.contains(node));
          })
        )
      ) ||
      [...node.querySelectorAll('*')].some((each) => {
        const box = each.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return top !== null && node.contains(top);
      });

    return {
      key: Number(node.dataset.stop ?? -1),
      name: `${node.localName} ${(node.textContent || node.ariaLabel || '').trim().slice(0, 40)}`,
      isShown,
      isUncovered
    };
  });
}

/** One page of each kind of control: the rest repeat the links of a list. */
const walked = [
  'home',
  'timeline-chosen',
  'event-vote',
  'source',
  'compare',
  'essay',
  'person',
  'search',
  'missing',
  'module',
  'step',
  'step-poll',
  'step-comparison',
  'step-drafting',
  'step-argument',
  'step-placement',
  'work'
];

for (const { name, path } of pageTypes.filter((type) => walked.includes(type.name))) {
  test(`Tab reaches everything on ${name}, shows where it is, and leaves`, async ({ page }) => {
    await openPage(page, path);
    const controls = await numberControls(page);
    expect(controls.length).toBeGreaterThan(5);

    const stops: Stop[] = [];
    // Scrolling regions are stops too, and the browser has a few of its own.
    const enough = controls.length + 20;
    let hasLeft = false;
    while (!hasLeft && stops.length < enough) {
      await page.keyboard.press('Tab');
      const stop = await readStop(page);
      if (stop) stops.push(stop);
      else hasLeft = true;
    }

    expect(hasLeft, `leaves the page after ${enough} presses`).toBe(true);
    expect(stops[0]?.name).toContain('Skip to the content');
    const reached = new Set(stops.map(({ key }) => key));
    expect(controls.filter(({ key }) => !reached.has(key)).map((control) => control.name)).toEqual([]);
    expect(stops.filter(({ isShown }) => !isShown).map((stop) => stop.name)).toEqual([]);
    expect(stops.filter(({ isUncovered }) => !isUncovered).map((stop) => stop.name)).toEqual([]);
  });
}

test('the first stop leads past the menu', async ({ page }) => {
  await openPage(page, '/events/gorbachev-two-step-conversation');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true);
});

test('the keyboard opens and leaves the menu of a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, '/about');
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#site-menu')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator('#site-menu a').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('#site-menu')).toBeHidden();
  await expect(menu).toBeFocused();
});

test('the keyboard reads a term where it stands, and goes on to the glossary', async ({ page }) => {
  await openPage(page, '/sources/gorbachev-perez-de-cuellar-1990-11-19');
  const term = page.locator('[data-excerpt] [data-term]').first();
  const id = await term.getAttribute('data-term');
  await page.locator('[data-excerpt] .number').first().focus();
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    if (await term.evaluate((node) => node === document.activeElement)) break;
  }
  await expect(term).toBeFocused();
  await expect(page.locator('#term-note')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#term-note')).toBeHidden();
  await expect(term).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#term-note')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/glossary#${id}$`));
});

test('the search opens by its key, is walked by arrows, and gives the focus back', async ({ page }) => {
  await openPage(page, '/about');
  const opener = page.locator('header').getByRole('link', { name: 'Search' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('dialog').getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('perez');
  await expect(page.getByRole('dialog').locator('li').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('dialog').locator('li a').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(opener).toBeFocused();
});

for (const { name, path } of pageTypes) {
  /** WCAG 2.5.8: 24 px each way, or in a line of text, or with so much room around as though it were. */
  test(`everything that is pressed on ${name} is large enough`, async ({ page }) => {
    await openPage(page, path);
    for (const size of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 }
    ]) {
      await page.setViewportSize(size);
      await waitForDrawing(page);
      const small = await page.evaluate(() => {
        const least = 24;
        const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')].filter(
          (node) =>
            node.checkVisibility({ visibilityProperty: true }) &&
            !node.closest('.visually-hidden') &&
            // What a label names is pressed by pressing the label.
            !(node instanceof HTMLInputElement && node.closest('label'))
        );
        /** What can be pressed reaches as far as what is drawn in it. */
        const boxes = controls.map((node) => {
          const box = node.getBoundingClientRect();
          if (box.width > 0 && box.height > 0 && node.children.length === 0) return box;
          const all = [box, ...[...node.querySelectorAll('*')].map((child) => child.getBoundingClientRect())].filter(
            (each) => each.width > 0 && each.height > 0
          );
          const left = Math.min(...all.map((each) => each.left));
          const top = Math.min(...all.map((each) => each.top));
          return new DOMRect(
            left,
            top,
            Math.max(...all.map((each) => each.right)) - left,
            Math.max(...all.map((each) => each.bottom)) - top
          );
        });
        const isSmall = (box: DOMRect) => box.width < least - 0.5 || box.height < least - 0.5;
        const isInText = (node: HTMLElement) => {
          if (getComputedStyle(node).display !== 'inline') return false;
          const block = node.closest('p, li, dd, td, figcaption, blockquote, dt');
          return (block?.textContent ?? '').trim().length > (node.textContent ?? '').trim().length;
        };
        const middle = (box: DOMRect) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
        const hasRoom = (at: number) => {
          const own = middle(boxes[at]!);
          return boxes.every((box, other) => {
            if (other === at) return true;
            const theirs = middle(box);
            if (isSmall(box)) return Math.hypot(own.x - theirs.x, own.y - theirs.y) >= least;
            const x = Math.max(box.left, Math.min(own.x, box.right));
            const y = Math.max(box.top, Math.min(own.y, box.bottom));
            return Math.hypot(own.x - x, own.y - y) >= least / 2;
          });
        };
        return controls
          .map((node, at) => ({ node, at, box: boxes[at]! }))
          .filter(({ node, at, box }) => isSmall(box) && !isInText(node) && !hasRoom(at))
          .map(({ node, box }) => `${node.outerHTML.slice(0, 90)} ${box.width.toFixed()}×${box.height.toFixed()}`);
      });
      expect(small, `${size.width} px`).toEqual([]);
    }
  });
}
