import { hash, verify } from "@node-rs/argon2";

/**
 * Argon2id with 19 MiB, 2 passes (OWASP's first recommendation); `0` is the library's id for argon2d, 2 for argon2id.
 */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

// Verified if there is no such account, so both responses take the same time.
let nobody: Promise<string> | undefined;

/** Returns whether the password is right. Takes as long for an unknown account as for a known one. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("no one has this password");
  const fits = await verify(passwordHash ?? (await nobody), password);
  return passwordHash !== null && fits;
}
