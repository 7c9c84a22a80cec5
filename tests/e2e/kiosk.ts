import { expect, type Page } from '@playwright/test';
import { waitForScripts } from './open-page.ts';

export const landscape = { width: 1920, height: 1080 };
export const portrait = { width: 1080, height: 1920 };
/** The screens that a kiosk has, and how many px each has where one of 1080 lines has one. */
export const screens = [
  { size: landscape, unit: 1 },
  { size: portrait, unit: 1 },
  { size: { width: 3840, height: 2160 }, unit: 2 }
] as const;

/** A technician's settings, where a test needs them. */
export async function setUp(page: Page, settings: object): Promise<void> {
  await page.route('**/kiosk.json', (route) => route.fulfill({ json: settings }));
}

/** Opens the loop of a kiosk. */
export async function openKiosk(page: Page): Promise<void> {
  await page.goto('./kiosk');
  await waitForScripts(page);
  await expect(page.locator('[data-phase="attract"]')).toBeVisible();
}

/** A visitor's first touch; the finger is lifted before the next. */
export async function begin(page: Page): Promise<void> {
  const { width, height } = page.viewportSize()!;
  await page.mouse.click(width / 2, height / 3);
  await expect(page.locator('[data-phase="active"]')).toBeVisible();
  // What wakes the loop presses nothing for a moment.
  await page.waitForTimeout(650);
}

export const rooms = ['tour', 'timeline', 'document', 'drafting', 'opinion'] as const;
export type Room = (typeof rooms)[number];

/** Enters a room by its door. */
export async function enter(page: Page, room: Room): Promise<void> {
  await page.locator('.door').nth(rooms.indexOf(room)).click();
  await expect(page.locator('[data-home]')).toBeVisible();
}

export const goHome = async (page: Page): Promise<void> => page.locator('[data-home]').click();

/** Everything that a visitor may leave behind, as it is now. */
export const traces = (page: Page) =>
  page.evaluate(async () => ({
    text: document.querySelector('.kiosk')!.textContent,
    classes: document.querySelector('.kiosk')!.className,
    values: [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(({ value }) => value),
    pressed: document.querySelectorAll('[aria-pressed="true"]').length,
    focus: document.activeElement?.tagName,
    scrolled: [...document.querySelectorAll('*')].filter(({ scrollTop }) => scrollTop > 0).length,
    size: getComputedStyle(document.documentElement).fontSize,
    language: document.documentElement.lang,
    history: history.length,
    address: location.href,
    session: { ...sessionStorage },
    stored: Object.keys(localStorage).filter((key) => key !== 'two-steps-kiosk-counts'),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookies: document.cookie
  }));
