/** The RSA keys with which an authority signs. */
import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';

export interface SigningKey {
	keyId: string;
	publicKey: KeyObject;
	privateKey: KeyObject;
}

/** A new key, as any authority may have one. */
export function newKey(modulusLength = 2048): SigningKey {
	return { keyId: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength }) };
}

/** The public half of a key, in the form in which Entra publishes it. */
export function jwkOf({ keyId, publicKey }: SigningKey): Record<string, unknown> {
	return { ...publicKey.export({ format: 'jwk' }), use: 'sig', kid: keyId };
}
