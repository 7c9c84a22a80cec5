import { selection } from 'd3-selection';

/**
 * Stands in for d3-transition (vite.config.ts). d3-zoom and d3-brush need of it only the end of an
 * animation when a gesture begins, and nothing here is animated by D3: the rest would be some kB.
 */
export function interrupt(): void {}

Object.assign(selection.prototype, {
  interrupt(this: unknown) {
    return this;
  }
});
