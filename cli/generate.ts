import type { Command } from "commander";
import { suggestTemplate } from "#lib/reviews/template/template.ts";
import { onInstance } from "./on-instance.ts";
import { readKey } from "./read-key.ts";

interface GenerateFlags {
  json?: boolean;
  template?: string;
  title?: string;
  all?: boolean;
}

/** `generate INC`: creates the first draft of a review from the curated timeline. */
export function addGenerateCommand(program: Command): void {
  program
    .command("generate")
    .description("Generate a review from the curated timeline of an incident, and print its key.")
    .argument("<incident>", "key of the incident, such as INC-12")
    .option("--template <name>", "template of the review, such as quick (default: by the highest severity)")
    .option("--title <title>", "title of the review (default: the incident's title)")
    .option("--all", "first accept suggested milestones and findings from files that contradict nothing")
    .option("--json", "print the review as JSON")
    .action((incident: string, flags: GenerateFlags) => generate(readKey(incident, "incident"), flags));
}

async function generate(key: string, { json, template, title, all }: GenerateFlags): Promise<void> {
  const review = await onInstance(key, async ({ ctx }) => {
    const { getIncident } = await import("#server/incidents/incident/index.ts");
    const { generateReview } = await import("#server/reviews/review/index.ts");
    const { kind, highestSeverity } = await getIncident(ctx(), { key });
    const { findingRecords } = await import("#server/follow/finding/index.ts");
    return generateReview(
      ctx(),
      {
        key,
        template: template ?? suggestTemplate(kind, highestSeverity),
        ...(title ? { title } : {}),
        ...(all ? { accept: { milestones: true, findings: true } } : {}),
      },
      findingRecords,
    );
  });
  process.stdout.write(json ? `${JSON.stringify(review, null, 2)}\n` : `${review.key}\n`);
}
