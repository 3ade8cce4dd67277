import { z } from "zod";

/**
 * A backup is gzip over lines. The first letter of a line is its type: M is the header, T the table of the following
 * rows, R a row as PostgreSQL's own JSON, and E the end with the number of rows per table. Without its E line, a backup
 * is incomplete.
 */
export const FORMAT = 1;

export const manifest = z.object({
  afterword: z.literal("backup"),
  format: z.number(),
  createdAt: z.string(),
  /** Applied migrations, oldest first: the version of the schema. */
  migrations: z.array(z.string()),
  /** Number counters (INC-12 …), by sequence. */
  counters: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifest>;

export const tableHead = z.object({ table: z.string(), columns: z.array(z.string()) });
export type TableHead = z.infer<typeof tableHead>;

export const ending = z.object({ rows: z.record(z.string(), z.number()) });

export type Line =
  | { kind: "M" | "T" | "E"; value: unknown }
  /** Not parsed, so numbers and strings keep the form that PostgreSQL wrote. */
  | { kind: "R"; text: string };

export const writeLine = (kind: "M" | "T" | "E", value: unknown) => `${kind} ${JSON.stringify(value)}\n`;

/** Reads one line. Throws for a line that isn't from a backup. */
export function readLine(line: string): Line {
  const kind = line[0];
  const text = line.slice(2);
  if (line[1] !== " ") throw new Error("this isn't a backup of Afterword");
  if (kind === "R") return { kind, text };
  if (kind === "M" || kind === "T" || kind === "E") return { kind, value: JSON.parse(text) };
  throw new Error("this isn't a backup of Afterword");
}
