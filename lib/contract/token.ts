import { z } from "zod";
import { TOKEN_SCOPES } from "#lib/base/access/roles.ts";
import { done, id, instant, line, localDate, route } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const Token = z.strictObject({
  id,
  name: z.string(),
  hint: z.string().describe("last four characters"),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});
export type Token = z.infer<typeof Token>;

export const tokenContract = {
  list: route("GET", "/tokens", "My tokens", "Tokens").output(z.strictObject({ items: z.array(Token) })),
  create: route("POST", "/tokens", "Create a personal token. It's shown once.", "Tokens")
    .input(
      z.strictObject({
        name: line(LENGTHS.token.name),
        scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).default(["read", "write"]),
        expiresOn: localDate.optional(),
      }),
    )
    .output(Token.extend({ secret: z.string() })),
  revoke: route("DELETE", "/tokens/{id}", "Revoke a token at once", "Tokens")
    .input(z.strictObject({ id }))
    .output(done),
};
