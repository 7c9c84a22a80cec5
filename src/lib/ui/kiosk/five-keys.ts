import type { Attachment } from 'svelte/attachments';
import { nextBox, type Direction } from '#lib/kiosk/five-keys.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down'
};

/** What an arrow scrolls by, as a share of what is seen. */
const page = 0.6;

/** Everything that can be chosen now; what a dialog covers is inert. */
const targetsIn = (node: HTMLElement): HTMLElement[] =>
  [...node.querySelectorAll<HTMLElement>('button, [data-scrolls]')].filter(
    (each) => !each.matches(':disabled') && !each.closest('[inert]') && each.checkVisibility() && isReal(each)
  );

/** A part that scrolls is a target only while there is more of it than is seen. */
const isReal = (target: HTMLElement): boolean =>
  !('scrolls' in target.dataset) || target.scrollHeight > target.clientHeight + 1;

/** Scrolls within the part that has the focus, as far as it goes. */
function scrolls(target: HTMLElement, direction: Direction): boolean {
  if (!('scrolls' in target.dataset) || (direction !== 'up' && direction !== 'down')) return false;
  const room = direction === 'up' ? target.scrollTop : target.scrollHeight - target.clientHeight - target.scrollTop;
  if (room < 2) return false;
  target.scrollBy({ top: (direction === 'up' ? -1 : 1) * page * target.clientHeight });
  return true;
}

/** Four arrows move the focus over the screen, to what lies in their direction; Enter is the button’s own. */
export const fiveKeys: Attachment<HTMLElement> = (node) => {
  const press = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const targets = targetsIn(node);
    const own = document.activeElement as HTMLElement;
    if (!targets.includes(own)) {
      (targets.find((each) => 'first' in each.dataset) ?? targets[0])?.focus();
      return;
    }
    if (scrolls(own, direction)) return;
    const others = targets.filter((each) => each !== own && !own.contains(each));
    const place = nextBox(
      own.getBoundingClientRect(),
      others.map((each) => each.getBoundingClientRect()),
      direction
    );
    others[place]?.focus();
  };
  node.ownerDocument.addEventListener('keydown', press);
  return () => node.ownerDocument.removeEventListener('keydown', press);
};
