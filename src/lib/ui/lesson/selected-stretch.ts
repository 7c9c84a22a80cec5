import type { Stretch } from '#lib/anchor/sentences.ts';
import { toWords } from '#lib/anchor/selector.ts';

/**
 * The stretch of a source's plain text that is selected on the page, widened to whole words. Each element that
 * holds words says in `data-at` at which offset they begin.
 * @returns null where nothing within `holder` is selected
 */
export function selectedStretch(holder: HTMLElement, plain: string): Stretch | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(holder)) return null;
  const inside = [...holder.querySelectorAll<HTMLElement>('[data-at]')].filter((part) => range.intersectsNode(part));
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  const offsetOf = (part: HTMLElement, container: Node, offset: number, atEdge: number) =>
    Number(part.dataset.at) + (part.contains(container) && container.nodeType === Node.TEXT_NODE ? offset : atEdge);
  const start = offsetOf(first, range.startContainer, range.startOffset, 0);
  const end = offsetOf(
    last,
    range.endContainer,
    range.endOffset,
    last.contains(range.endContainer) ? 0 : (last.textContent ?? '').length
  );
  const stretch = toWords(plain, start, end);
  return stretch.end > stretch.start ? stretch : null;
}
