import { randomBytes } from "node:crypto";

/** Returns a new secret: 192 bits, easy to distinguish from other secrets. */
export const newHookSecret = (): string => `aw_hook_${randomBytes(24).toString("base64url")}`;

/** Returns a key for a URL: not a secret, but not guessable either. */
export const newHookKey = (): string => randomBytes(9).toString("base64url");
