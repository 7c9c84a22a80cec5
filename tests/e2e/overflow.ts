import type { Page } from '@playwright/test';

/** What of a page does not fit, one line a fault; the same measure for every width, language and direction. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth} px`] : [];
    const name = (node: Element) =>
      `${node.localName}.${[...node.classList].filter((each) => !each.startsWith('svelte-')).join('.')} “${(node.textContent ?? '').trim().slice(0, 40)}”`;

    const isHeld = (node: Element) => {
      for (let at: Element | null = node; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.clipPath !== 'none') return true;
        if (at !== node && style.overflowX !== 'visible') return true;
      }
      return false;
    };
    for (const node of document.querySelectorAll('body *')) {
      if (!node.checkVisibility({ visibilityProperty: true }) || node.closest('svg svg, svg > *')) continue;
      const box = node.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || box.bottom < 0) continue;
      if ((box.right > clientWidth + 1 || box.left < -1) && !isHeld(node)) {
        faults.push(`${name(node)} reaches from ${box.left.toFixed()} to ${box.right.toFixed()} px`);
      }
    }
    // The outermost come first, and they are the ones to look at.
    return faults.slice(0, 8);
  });
}

/**
 * Words that are cut off. Text that is shortened on purpose, with dots, has its full form one press
 * away: lines that are clamped, and the labels of the timeline.
 */
export function findCutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const node of document.querySelectorAll<HTMLElement>('body *')) {
      if (!node.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(node);
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      if (style.webkitLineClamp !== 'none' || node.closest('.visually-hidden, svg')) continue;
      if (node.closest('[data-timeline]') || node.querySelector('[data-timeline]')) continue;
      if (style.clipPath !== 'none' || !node.textContent?.trim()) continue;
      const isCut = (overflow: string, content: number, own: number) =>
        (overflow === 'hidden' || overflow === 'clip') && content > own + 2;
      if (
        isCut(style.overflowX, node.scrollWidth, node.clientWidth) ||
        isCut(style.overflowY, node.scrollHeight, node.clientHeight)
      ) {
        const classes = [...node.classList].filter((each) => !each.startsWith('svelte-')).join('.');
        faults.push(
          `${node.localName}.${classes} “${node.textContent.trim().slice(0, 40)}” ${node.scrollWidth}×${node.scrollHeight} in ${node.clientWidth}×${node.clientHeight}`
        );
      }
    }
    return faults;
  });
}
