import type { Command } from "commander";
import { TOKEN_SCOPES, type TokenScope } from "#lib/base/access/roles.ts";
import { listWords } from "#lib/base/text/sentence.ts";
import { onInstance } from "./on-instance.ts";
import { UsageError } from "./usage-error.ts";

interface TokenFlags {
  json?: boolean;
  user: string;
  scope?: string[];
  name: string;
  expires?: string;
}

/** `token create`: creates a personal token for someone and prints it once. */
export function addTokenCommand(program: Command): void {
  const token = program.command("token").description("Personal tokens for the API.");
  token
    .command("create")
    .description("Create a token for a person. It's printed once, as the last line.")
    .requiredOption("--user <email>", "email of the owner. The token has the owner's rights, within its scopes")
    .option("--scope <scopes...>", `any of ${TOKEN_SCOPES.join(", ")}. Read and write when left out`)
    .option("--name <name>", "purpose of the token", "Command line")
    .option("--expires <date>", "last valid day, such as 2027-03-31 (default: no end)")
    .option("--json", "print the token with its scopes and end as JSON")
    .action((flags: TokenFlags) => create(flags));
}

async function create({ json, user, scope, name, expires }: TokenFlags): Promise<void> {
  const scopes = scope ? readScopes(scope) : (["read", "write"] as const);
  if (expires !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(expires))
    throw new UsageError(`“${expires}” isn't a date. Write it as 2027-03-31.`);
  const token = await onInstance(`account with access for ${user}`, async ({ ctx }) => {
    const { createToken } = await import("#server/people/token/index.ts");
    return createToken(ctx(), {
      name,
      scopes: [...scopes],
      forEmail: user.trim(),
      ...(expires ? { expiresOn: expires } : {}),
    });
  });
  if (json) process.stdout.write(`${JSON.stringify(token, null, 2)}\n`);
  else process.stdout.write(`Token “${token.name}” of ${user}, ${listWords(token.scopes)}:\n${token.secret}\n`);
}

function readScopes(given: readonly string[]): TokenScope[] {
  return given
    .flatMap((part) => part.split(","))
    .map((part) => {
      const scope = TOKEN_SCOPES.find((one) => one === part.trim().toLowerCase());
      if (!scope) throw new UsageError(`“${part}” isn't a scope. Choose from ${TOKEN_SCOPES.join(", ")}.`);
      return scope;
    });
}
