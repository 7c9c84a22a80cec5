/**
 * Runs in the page under measurement from before its first byte is read, and is the same for all. It imports nothing:
 * it travels as text.
 *
 * @typedef {object} Probe
 * @property {() => Promise<number>} seen ms from the start of navigation to after the first frame that shows an event
 * @property {() => number[]} longTasks their lengths, in ms
 * @property {() => number} quiet ms since the last long task ended
 * @property {() => void} startFrames
 * @property {() => number[]} stopFrames the times between the frames since, in ms
 * @property {() => number} elements of the timeline
 * @property {() => number[]} presses ms from a press on an event to the frame that shows its panel
 */

/** @param {{ surface: string, mark: string }} what */
export function probe({ surface, mark }) {
  /** @type {number[]} */
  const longTasks = [];
  let lastLong = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      longTasks.push(duration);
      lastLong = startTime + duration;
    }
  }).observe({ type: 'longtask', buffered: true });

  /**
   * Calls back after what this frame draws has been handed on: a message that is posted within a frame is read after it.
   * @param {() => void} callback
   */
  const afterPaint = (callback) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = callback;
    port2.postMessage(0);
  };

  /** @param {Element} node */
  const isOnScreen = (node) => {
    const { left, right, top, bottom, width, height } = node.getBoundingClientRect();
    const isWithin = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && width > 0 && height > 0;
    return isWithin && node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const isSeen = () => {
    const marks = document.querySelectorAll(mark);
    // Of many, some: events are in order of time, and the first of them may lie before the view.
    const step = Math.max(1, Math.floor(marks.length / 64));
    for (let index = 0; index < marks.length; index += step) {
      if (isOnScreen(/** @type {Element} */ (marks[index]))) return true;
    }
    return false;
  };
  const seen = new Promise((resolve) => {
    requestAnimationFrame(function look() {
      if (isSeen()) afterPaint(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    });
  });

  /** @type {number[]} */
  let frames = [];
  let watching = 0;
  const startFrames = () => {
    frames = [];
    let last = 0;
    watching = requestAnimationFrame(function step(now) {
      if (last > 0) frames.push(now - last);
      last = now;
      watching = requestAnimationFrame(step);
    });
  };
  const stopFrames = () => {
    cancelAnimationFrame(watching);
    return frames;
  };

  /** @type {number[]} */
  const presses = [];
  addEventListener(
    'click',
    (event) => {
      const id = /** @type {Element} */ (event.target).closest?.('[data-event]')?.getAttribute('data-event');
      if (!id) return;
      requestAnimationFrame(function look() {
        const isThere = document.querySelector(`#panel-title a[href*="/${id}"]`);
        if (isThere) afterPaint(() => presses.push(performance.now() - event.timeStamp));
        else requestAnimationFrame(look);
      });
    },
    { capture: true }
  );

  /** @type {any} */ (globalThis).probe = /** @type {Probe} */ ({
    seen: () => seen,
    longTasks: () => longTasks,
    quiet: () => performance.now() - lastLong,
    startFrames,
    stopFrames,
    elements: () => document.querySelectorAll(`${surface}, ${surface} *`).length,
    presses: () => presses
  });
}
