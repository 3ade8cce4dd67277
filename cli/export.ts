import { writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { onInstance } from "./on-instance.ts";
import { readKey } from "./read-key.ts";

interface ExportFlags {
  json?: boolean;
  format: "markdown";
  out?: string;
}

/** `export REV`: a review as a file, its live blocks frozen. */
export function addExportCommand(program: Command): void {
  program
    .command("export")
    .description("Print a review as a file, live blocks frozen as they are now.")
    .argument("<review>", "key of the review, such as REV-7")
    .addOption(new Option("--format <name>", "format of the file").choices(["markdown"]).default("markdown"))
    .option("--out <file>", "write to this file instead of standard output")
    .option("--json", "print key, format and text as one JSON object")
    .action((review: string, flags: ExportFlags) => exportFile(readKey(review, "review"), flags));
}

async function exportFile(key: string, { json, format, out }: ExportFlags): Promise<void> {
  const text = await onInstance(key, async ({ ctx }) => {
    const { exportReview, getReview } = await import("#server/review/index.ts");
    const { recordExport } = await import("./record-export.ts");
    const { id } = await getReview(ctx(), { key });
    const file = await exportReview(ctx(), { key, format });
    await recordExport(ctx(), { id, format });
    return file.text();
  });
  const printed = json ? `${JSON.stringify({ key, format, text }, null, 2)}\n` : text;
  if (out) await writeFile(out, printed);
  else process.stdout.write(printed);
}
