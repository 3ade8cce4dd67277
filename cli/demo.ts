import type { Command } from "commander";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { onInstance } from "./on-instance.ts";

/** `demo remove`: removes all demo data at once. Records that people created or changed stay. */
export function addDemoCommand(program: Command): void {
  const demo = program.command("demo").description("The demo data.");
  demo
    .command("remove")
    .description("Remove all demo data and demo accounts. Records that people created or changed stay.")
    .option("--json", "print how many records were removed as JSON")
    .addHelpText("after", "\nIf every admin is a demo account, this fails. Invite an admin of your own first.")
    .action((flags: { json?: boolean }) => remove(flags));
}

async function remove({ json }: { json?: boolean }): Promise<void> {
  const removed = await onInstance("demo data", async ({ ctx }) => {
    const { removeDemo } = await import("#server/across/demo/index.ts");
    return removeDemo(ctx());
  });
  const { incidents, reviews, actions, changes, people, kept } = removed;
  const words = [
    countWords(incidents, "incident"),
    countWords(reviews, "review"),
    countWords(actions, "action"),
    countWords(changes, "strategic change"),
    countWords(people, "account"),
  ];
  const stays = kept.length > 0 ? `Kept because people worked on them: ${kept.join(", ")}.\n` : "";
  process.stdout.write(json ? `${JSON.stringify(removed, null, 2)}\n` : `Removed ${listWords(words)}.\n${stays}`);
}
