import type { Command } from "commander";
import { onInstance } from "./on-instance.ts";

/** `user reset`: prints a one-time link to set a new password, for people who cannot get email. */
export function addUserCommand(program: Command): void {
  const user = program.command("user").description("Accounts of people.");
  user
    .command("reset")
    .description("Create a one-time link that sets a new password within 24 hours. It's the last line.")
    .argument("<email>", "email of the account")
    .option("--json", "print the link and its end as JSON")
    .addHelpText("after", "\nThe link uses AFTERWORD_URL, or HOST and PORT. Set them as for the server.")
    .action((email: string, flags: { json?: boolean }) => reset(email, flags));
}

async function reset(email: string, { json }: { json?: boolean }): Promise<void> {
  const link = await onInstance(`account of ${email}`, async ({ ctx, config }) => {
    const { ownOrigin } = await import("#server/base/process/config.ts");
    const { createResetLink } = await import("#server/people/member/index.ts");
    return createResetLink(ctx(), { email, origin: ownOrigin(config) });
  });
  process.stdout.write(
    json ? `${JSON.stringify(link, null, 2)}\n` : `Works once, until ${link.expiresAt}:\n${link.url}\n`,
  );
}
