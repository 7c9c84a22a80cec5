import type { ClientInit } from '@sveltejs/kit';
import { firstSign } from '#lib/ui/shell/first-sign.ts';

export const init: ClientInit = firstSign;
