import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { secret } from "#server/base/process/secret.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const shared = globalThis as typeof globalThis & { afterwordSealingKey?: Buffer };

function sealingKey(): Buffer {
  shared.afterwordSealingKey ??= Buffer.from(hkdfSync("sha256", secret(), "", "afterword integration secrets v1", 32));
  return shared.afterwordSealingKey;
}

/** AES-256-GCM under a key of this deployment, bound to the integration: nonce, tag, ciphertext. */
export function seal(plain: string, integrationId: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), iv).setAAD(Buffer.from(integrationId));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
}

/** The sealed text; null when it was sealed by another deployment's secret, for another integration, or is damaged. */
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

/** A secret of our own making: 192 bits, easy to tell apart from other secrets. */
export const newHookSecret = (): string => `aw_hook_${randomBytes(24).toString("base64url")}`;

/** A key for an address: no secret, but nothing to guess either. */
export const newHookKey = (): string => randomBytes(9).toString("base64url");
