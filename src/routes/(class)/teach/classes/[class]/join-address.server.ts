import { renderSVG } from 'uqr';
import type { Settings } from '#lib/server/settings.ts';

/** Where students join, as it is typed, and the same as a square code to be photographed. */
export function joinAddress(settings: Settings, url: URL, code: string): { address: string; picture: string } {
  const address = `${settings.address || url.origin}/join/${code}`;
  return { address, picture: renderSVG(address, { border: 2, ecc: 'M' }) };
}
