import { signs } from './first-sign.ts';

/**
 * Calls back once, when no hand has done anything for a while: what may wait does not stand in its way.
 * @param still for so long, in ms
 * @returns waits no longer
 */
export function whenAtRest(still: number, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stop();
      then();
    }, still);
  };
  const stop = () => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, again, { capture: true });
  };
  for (const sign of signs) addEventListener(sign, again, { capture: true, passive: true });
  again();
  return stop;
}
