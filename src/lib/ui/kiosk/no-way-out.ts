/** Keys that are the visitor’s own; all others are short cuts of the browser or of the system, and do nothing. */
const own = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', 'Tab', ' ']);

/** What would select, carry away, print, zoom or open something. */
const shut = [
  'contextmenu',
  'selectstart',
  'dragstart',
  'dragover',
  'drop',
  'copy',
  'cut',
  'paste',
  'auxclick',
  'gesturestart',
  'gesturechange'
] as const;

/** Keeps a visitor on the page that she is on. Returns what undoes it. */
export function shutEveryWayOut(target: Window): () => void {
  const refuse = (event: Event) => event.preventDefault();
  const refuseKey = (event: KeyboardEvent) => {
    if (!own.has(event.key) || event.altKey || event.ctrlKey || event.metaKey) event.preventDefault();
  };
  /** The wheel zooms the page with Ctrl held, and goes back when it is turned sideways. */
  const refuseWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) event.preventDefault();
  };
  /** Two fingers zoom the page where nothing takes them. */
  const refuseFingers = (event: TouchEvent) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };
  for (const type of shut) target.addEventListener(type, refuse, { capture: true, passive: false });
  target.addEventListener('keydown', refuseKey, { capture: true });
  target.addEventListener('wheel', refuseWheel, { capture: true, passive: false });
  target.addEventListener('touchmove', refuseFingers, { capture: true, passive: false });
  return () => {
    for (const type of shut) target.removeEventListener(type, refuse, { capture: true });
    target.removeEventListener('keydown', refuseKey, { capture: true });
    target.removeEventListener('wheel', refuseWheel, { capture: true });
    target.removeEventListener('touchmove', refuseFingers, { capture: true });
  };
}
