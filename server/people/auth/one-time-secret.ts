import { createHash, randomBytes } from "node:crypto";

/** A secret that is shown once. Only its hash is stored. It has 256 bits, so a plain hash is enough. */
export function newSecret(prefix: string): { secret: string; hash: string; hint: string } {
  const secret = `${prefix}${randomBytes(32).toString("base64url")}`;
  return { secret, hash: hashSecret(secret), hint: secret.slice(-4) };
}

export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
