import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { newTeacher } from './class/school.ts';
import { waitForDrawing } from './open-page.ts';
import { findOverflow } from './overflow.ts';

test.describe.configure({ timeout: 120_000 });

/** A name and not a number: keys are bound to a name. */
const named = (baseURL: string) => baseURL.replace('127.0.0.1', 'localhost');

/** Gives the page's browser a device that makes and shows passkeys. */
async function withDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  });
  return {
    /** Its owner shows herself to it, or turns away. */
    setOwner: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    count: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length
  };
}

const openAccount = async (page: Page) => {
  await page.goto('/teach/account');
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeVisible();
};

test('a passkey is added, signs in, and is worth nothing once it is removed', async ({ browser, baseURL }) => {
  const teacher = await newTeacher(browser, named(baseURL!));
  const device = await withDevice(teacher);
  await openAccount(teacher);
  const add = teacher.getByRole('button', { name: 'Add a passkey' });
  await add.click();
  await expect(teacher.getByText('The passkey is added.')).toBeVisible();
  const keys = teacher.getByRole('region', { name: 'Passkeys' });
  await expect(keys.getByRole('listitem')).toContainText(/^Chrome on Linux, added [^]+\s+Not used yet\./);
  expect(await device.count()).toBe(1);

  // One that is there is not made twice.
  await add.click();
  await expect(keys.getByRole('alert')).toContainText('has a passkey for an account here already');
  await expect(keys.getByRole('listitem')).toHaveCount(1);

  await teacher.getByRole('button', { name: 'Sign out' }).click();
  await teacher.goto('/teach/sign-in?to=/teach/account');
  const signIn = teacher.getByRole('button', { name: 'Sign in with a passkey' });
  await signIn.click();
  await expect(teacher).toHaveURL(/\/teach\/account$/);
  await expect(keys.getByRole('listitem')).toContainText('Last used');

  await keys.getByRole('button', { name: 'Remove the passkey of Chrome on Linux' }).click();
  await expect(keys.getByRole('listitem')).toHaveCount(0);
  await teacher.getByRole('button', { name: 'Sign out' }).click();
  await teacher.goto('/teach/sign-in');
  await signIn.click();
  await expect(teacher.getByRole('alert').filter({ hasText: 'not known here any more' })).toBeVisible();
  await expect(teacher.getByLabel('Passphrase')).toBeVisible();
});

test('who turns away, or has no network, is told, and can go on', async ({ browser, baseURL }) => {
  const teacher = await newTeacher(browser, named(baseURL!));
  const device = await withDevice(teacher);
  await openAccount(teacher);
  const keys = teacher.getByRole('region', { name: 'Passkeys' });
  const add = keys.getByRole('button', { name: 'Add a passkey' });
  await device.setOwner(false);
  await add.click();
  await expect(keys.getByRole('alert')).toContainText('No passkey was used.');
  await expect(keys.getByRole('listitem')).toHaveCount(0);

  await device.setOwner(true);
  await teacher.context().setOffline(true);
  await add.click();
  await expect(keys.getByRole('alert')).toContainText('The server could not be reached.');
  await teacher.context().setOffline(false);
  await add.click();
  await expect(keys.getByRole('listitem')).toHaveCount(1);
  await expect(keys.getByRole('alert')).toBeEmpty();
});

test('the pages of passkeys fit and can be used by everybody, without a script too', async ({ browser, baseURL }) => {
  const teacher = await newTeacher(browser, named(baseURL!));
  await withDevice(teacher);
  await openAccount(teacher);
  await teacher.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(teacher.getByText('The passkey is added.')).toBeVisible();
  await expectAccessible(teacher);
  await teacher.setViewportSize({ width: 320, height: 640 });
  await waitForDrawing(teacher);
  expect(await findOverflow(teacher)).toEqual([]);

  const plain = await browser.newContext({
    baseURL: named(baseURL!),
    javaScriptEnabled: false,
    storageState: await teacher.context().storageState()
  });
  const page = await plain.newPage();
  await page.goto('/teach/account');
  const keys = page.getByRole('region', { name: 'Passkeys' });
  await keys.getByRole('button', { name: /^Remove the passkey/ }).click();
  await expect(keys.getByRole('listitem')).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toHaveCount(0);

  await teacher.goto('/teach/sign-in');
  await expect(teacher.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
  await expectAccessible(teacher);
});

test('a page without passkeys says so', async ({ browser, baseURL }) => {
  const teacher = await newTeacher(browser, baseURL!);
  await teacher.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  await teacher.goto('/teach/account');
  await expect(teacher.getByText('This browser has no passkeys for this page.')).toBeVisible();
  await expect(teacher.getByRole('button', { name: 'Add a passkey' })).toHaveCount(0);
});
