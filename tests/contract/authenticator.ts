import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: Buffer | string) => Buffer.from(data).toString('base64url');

/** Shown, and has shown herself to the device; the second alone is left out by a device that has no such way. */
const flags = { present: 0x01, verified: 0x04, attested: 0x40 };

/** A device that makes one passkey and shows it, with keys of its own: WebAuthn level 2, without attestation. */
export class Authenticator {
  readonly id = randomBytes(32);
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256'
  });
  readonly #origin: string;
  counter = 0;
  isVerifying = true;

  /** @param origin of the page that asks */
  constructor(origin: string) {
    this.#origin = origin;
  }

  make(challenge: string) {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' });
    // COSE: elliptic curve, ES256, P-256, and the two coordinates.
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x!, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y!, 'base64url')
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const data = Buffer.concat([this.#data(flags.attested), Buffer.alloc(16), length, this.id, key]);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(data.length);
    // CBOR: { fmt: 'none', attStmt: {}, authData }.
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
      Buffer.from('59', 'hex'),
      size,
      data
    ]);
    return this.#answer({
      clientDataJSON: this.#client('webauthn.create', challenge),
      attestationObject: base64url(attestationObject),
      transports: ['internal']
    });
  }

  show(challenge: string) {
    this.counter += 1;
    const clientDataJSON = this.#client('webauthn.get', challenge);
    const data = this.#data(0);
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.#answer({
      clientDataJSON,
      authenticatorData: base64url(data),
      signature: base64url(sign('sha256', signed, this.#keys.privateKey))
    });
  }

  #data(more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const set = flags.present | (this.isVerifying ? flags.verified : 0) | more;
    return Buffer.concat([sha256(new URL(this.#origin).hostname), Buffer.from([set]), counter]);
  }

  #client = (type: string, challenge: string) =>
    base64url(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));

  #answer = (response: object) => {
    const id = base64url(this.id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  };
}
