import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { RefusalCode } from '#lib/model/refusal.ts';
import { classHref } from '../class-href.ts';
import { refusalWords } from '../refusal-words.ts';

/** A key as the page lists it. */
export interface ListedPasskey {
  readonly id: string;
  readonly device: Readonly<{ browser: string; system: string }>;
  readonly madeAt: number;
  readonly usedAt: number | null;
}

/** What the server said that is not what was asked for. */
class Refused extends Error {}

async function send<Answer>(method: 'POST' | 'PUT', address: string, body: object): Promise<Answer> {
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  });
  const answer = (await response.json()) as { refused?: RefusalCode };
  if (!response.ok) throw new Refused(answer.refused ? refusalWords(answer.refused) : m.passkey_unreached());
  return answer as Answer;
}

/**
 * Makes a key for the teacher who has signed in.
 * @param onadded is told of it
 * @returns why not, in a sentence; null when it is made
 */
export const addPasskey = (onadded: (passkey: ListedPasskey) => void): Promise<string | null> =>
  attempt(async () => {
    const address = classHref.passkeys();
    const made = await startRegistration({ optionsJSON: await send('POST', address, {}) });
    onadded(await send<ListedPasskey>('PUT', address, made));
  });

/** Signs in with a key of this device. @returns why not, in a sentence; null when she has */
export const signInByPasskey = (): Promise<string | null> =>
  attempt(async () => {
    const address = classHref.passkeySignIn();
    await send('PUT', address, await startAuthentication({ optionsJSON: await send('POST', address, {}) }));
  });

async function attempt(doing: () => Promise<void>): Promise<string | null> {
  try {
    await doing();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
      return refusalWords('passkey-known');
    // The browser does not tell who has changed her mind from who has no such key.
    if (error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)) return m.passkey_cancelled();
    if (error instanceof Error && ['SecurityError', 'NotSupportedError', 'InvalidStateError'].includes(error.name))
      return m.passkey_impossible();
    return m.passkey_unreached();
  }
}
