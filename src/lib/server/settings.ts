import { RefusedStart } from './refused-start.ts';
import { signUpModes, type SignUpMode } from './class/invitations.ts';
import type { Place } from './db/open-database.ts';

/** What the operator decides, in the environment. */
export interface Settings {
  /** Where the classes are kept; null runs the site without them. */
  readonly place: Place | null;
  readonly signUp: SignUpMode;
  /** The address that people type, without a final slash; empty where it is not known. */
  readonly address: string;
  /** Opens `/api/metrics`; empty keeps it shut. */
  readonly metricsToken: string;
}

/**
 * Reads `DATA_DIR` or `DATABASE_URL`, `SIGN_UP`, `SITE_ADDRESS` and `METRICS_TOKEN`.
 * @throws {RefusedStart} with a sentence that says what a setting must be
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { DATA_DIR: folder = '', DATABASE_URL: url = '', SIGN_UP: mode = 'invitation' } = env;
  const { SITE_ADDRESS: address = '', METRICS_TOKEN: metricsToken = '' } = env;
  if (url !== '' && !/^postgres(ql)?:\/\//.test(url)) {
    throw new RefusedStart('DATABASE_URL must begin with postgres://; leave it out to keep the classes in a folder.');
  }
  const signUp = signUpModes.find((each) => each === mode);
  if (!signUp) throw new RefusedStart(`SIGN_UP is '${mode}'; it must be one of ${signUpModes.join(', ')}.`);
  if (address !== '' && !URL.canParse(address)) {
    throw new RefusedStart(`SITE_ADDRESS is '${address}'; it must be an address such as http://classroom.local:3000.`);
  }
  return {
    place: url !== '' ? { url } : folder !== '' ? { folder } : null,
    signUp,
    address: address.replace(/\/+$/, ''),
    metricsToken
  };
}
