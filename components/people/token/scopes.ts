import type { TokenScope } from "#lib/base/access/roles.ts";

/** The sets of scopes that people choose from, by purpose. */
export const SCOPE_SETS: Record<string, { label: string; scopes: TokenScope[] }> = {
  read: { label: "Read", scopes: ["read"] },
  write: { label: "Read and write", scopes: ["read", "write"] },
  admin: { label: "Read, write, admin", scopes: ["read", "write", "admin"] },
};

const WORDS: Record<TokenScope, string> = { read: "Read", write: "write", admin: "admin" };

/** "Read, write". */
export function scopeWords(scopes: readonly TokenScope[]): string {
  const words = scopes.map((scope) => WORDS[scope]).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
