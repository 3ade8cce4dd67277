import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { secret } from "#server/base/process/secret.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const shared = globalThis as typeof globalThis & { afterwordSealingKey?: Buffer };

function sealingKey(): Buffer {
  shared.afterwordSealingKey ??= Buffer.from(hkdfSync("sha256", secret(), "", "afterword integration secrets v1", 32));
  return shared.afterwordSealingKey;
}

/** Encrypts with AES-256-GCM and a key of this deployment, bound to the integration: nonce, tag, ciphertext. */
export function seal(plain: string, integrationId: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), iv).setAAD(Buffer.from(integrationId));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
}

/**
 * Returns the decrypted text, or null if it was encrypted with another deployment's secret or for another integration,
 * or is damaged.
 */
export function unseal(sealed: Uint8Array, integrationId: string): string | null {
  const bytes = Buffer.from(sealed);
  try {
    const decipher = createDecipheriv("aes-256-gcm", sealingKey(), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(integrationId)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}

/** Returns a new secret: 192 bits, easy to tell apart from other secrets. */
export const newHookSecret = (): string => `aw_hook_${randomBytes(24).toString("base64url")}`;

/** Returns a key for a URL: not a secret, but not guessable either. */
export const newHookKey = (): string => randomBytes(9).toString("base64url");
