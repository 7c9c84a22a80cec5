import type { Page } from '@playwright/test';

/**
 * What is too small, too near to another or too high on a kiosk's screen as it stands, letters that are too fine, and codes
 * that no camera reads, for they are cut.
 * @param unit how many px the screen has where one of 1080 lines has one
 */
export function measureScreen(page: Page, unit: number) {
  return page.evaluate((unit) => {
    const seen = [...document.querySelectorAll<HTMLElement>('.kiosk button')].filter((each) => each.checkVisibility());
    const boxes = seen.map((each) => ({
      name: each.textContent!.trim(),
      box: each.getBoundingClientRect(),
      isMark: each.closest('.area') !== null
    }));
    const small = boxes
      .filter(({ box }) => box.width < 60 * unit || box.height < 60 * unit)
      .map(({ name, box }) => `${name} ${box.width} × ${box.height}`);
    const close = boxes.flatMap((a, place) =>
      boxes.slice(place + 1).flatMap((b) => {
        const across = Math.max(a.box.left, b.box.left) - Math.min(a.box.right, b.box.right);
        const along = Math.max(a.box.top, b.box.top) - Math.min(a.box.bottom, b.box.bottom);
        return Math.max(across, along) < 4 * unit ? [`${a.name} | ${b.name}`] : [];
      })
    );
    const high = boxes.filter(({ box, isMark }) => !isMark && box.bottom < innerHeight / 2).map(({ name }) => name);
    const walker = document.createTreeWalker(document.querySelector('.kiosk')!, NodeFilter.SHOW_TEXT);
    const fine = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement!;
      if (!node.nodeValue!.trim() || !holder.checkVisibility() || holder.closest('.visually-hidden')) continue;
      if (Number.parseFloat(getComputedStyle(holder).fontSize) < 24 * unit) fine.add(node.nodeValue!.trim());
    }
    const cut = [...document.querySelectorAll('.kiosk svg[data-address]')]
      .filter((code) => {
        const [inner, outer] = [code, code.parentElement!].map((each) => each.getBoundingClientRect());
        return inner!.width < 100 * unit || inner!.width > outer!.width + 1 || inner!.height > outer!.height + 1;
      })
      .map((code) => code.getAttribute('data-address'));
    return { small, close, high, fine: [...fine], cut };
  }, unit);
}
