import type { Command } from "commander";
import { isRealDay } from "#lib/base/time/calendar-day.ts";
import { partsOf } from "#lib/base/time/local-date.ts";
import type { RungPreview } from "#server/across/ladder/index.ts";
import { onInstance } from "./on-instance.ts";
import { UsageError } from "./usage-error.ts";

interface LadderFlags {
  at?: Date;
  dryRun?: boolean;
  json?: boolean;
}

/**
 * `ladder --dry-run`: prints who would be reminded of due dates at a moment. The running server sends the reminders.
 */
export function addLadderCommand(program: Command): void {
  program
    .command("ladder")
    .description("Print who would be notified about due dates at a moment, and change nothing.")
    .option("--at <instant>", "the moment, such as 2026-12-08T09:00:00Z (default: now)", readInstant)
    .option("--dry-run", "required: the server itself tells people")
    .option("--json", "print as JSON")
    .action(printLadder);
}

function readInstant(written: string): Date {
  const at = new Date(written);
  const [, day = ""] = /^(\d{4}-\d{2}-\d{2})T/.exec(written) ?? [];
  // JavaScript reads 30 February as 2 March.
  if (day === "" || !isRealDay(partsOf(day)) || Number.isNaN(at.getTime()))
    throw new UsageError(`${written} isn't an instant such as 2026-12-08T09:00:00Z`);
  return at;
}

async function printLadder({ at = new Date(), dryRun, json }: LadderFlags): Promise<void> {
  if (!dryRun) throw new UsageError("Add --dry-run. The running server notifies people itself.");
  const rungs = await onInstance("ladder", async ({ ctx }) => {
    const { previewLadder } = await import("#server/across/ladder/index.ts");
    return previewLadder({ ...ctx(), now: () => at });
  });
  process.stdout.write(json ? `${JSON.stringify({ at: at.toISOString(), items: rungs }, null, 2)}\n` : linesOf(rungs));
}

function linesOf(rungs: readonly RungPreview[]): string {
  if (rungs.length === 0) return "No one.\n";
  const line = ({ key, rung, day, outcome, way, person, told }: RungPreview) =>
    [key, day, rung, outcome, person?.name ?? "-", told.map(({ name }) => name).join(", ") || "-", way ?? "-"].join(
      "\t",
    );
  return `${rungs.map(line).join("\n")}\n`;
}
