import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { secret } from "./secret.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const shared = globalThis as typeof globalThis & { afterwordSealingKey?: Buffer };

function sealingKey(): Buffer {
  shared.afterwordSealingKey ??= Buffer.from(hkdfSync("sha256", secret(), "", "afterword integration secrets v1", 32));
  return shared.afterwordSealingKey;
}

/** Encrypts with AES-256-GCM and a key of this deployment, bound to the id of its row: nonce, tag, ciphertext. */
export function seal(plain: string, boundTo: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), iv).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
}

/**
 * Returns the decrypted text, or null if it was encrypted with another deployment's secret or for another row,
 * or is damaged.
 */
export function unseal(sealed: Uint8Array, boundTo: string): string | null {
  const bytes = Buffer.from(sealed);
  try {
    const decipher = createDecipheriv("aes-256-gcm", sealingKey(), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}
