import { drawSquareCode, type SquareCode } from '#lib/chart/square-code.ts';
import type { Settings } from '#lib/server/settings.ts';

/** Where students join, as a square code to be photographed; its address is the one that is typed. */
export const joinAddress = (settings: Settings, url: URL, code: string): SquareCode =>
  drawSquareCode(`${settings.address || url.origin}/join/${code}`);
