import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "#server/base/process/project-root.ts";

const FOLDER = "prisma/seed/sources";
const DAY_MS = 86_400_000;

/** A source file as it would be imported, with the days of its incident filled in. */
export async function readSource(file: string, firstDay: Date): Promise<string> {
  const text = await readFile(join(projectRoot(), FOLDER, file), "utf8");
  return text.replace(/\{\{(-?\d+)\}\}/g, (_mark, days: string) =>
    new Date(firstDay.getTime() + Number(days) * DAY_MS).toISOString().slice(0, 10),
  );
}
