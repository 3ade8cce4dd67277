import { z } from "zod";

/**
 * A backup is gzip over lines. Each begins with one letter: M what this is, T the table that the following rows belong to,
 * R a row as PostgreSQL's own JSON, E the end with the number of rows of each table. Without its E line it is not whole.
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
  /** Not parsed: numbers and strings pass through as PostgreSQL wrote them. */
  | { kind: "R"; text: string };

export const writeLine = (kind: "M" | "T" | "E", value: unknown) => `${kind} ${JSON.stringify(value)}\n`;

/** Reads one line. Throws when it is none of a backup. */
export function readLine(line: string): Line {
  const kind = line[0];
  const text = line.slice(2);
  if (line[1] !== " ") throw new Error("this isn't a backup of Afterword");
  if (kind === "R") return { kind, text };
  if (kind === "M" || kind === "T" || kind === "E") return { kind, value: JSON.parse(text) };
  throw new Error("this isn't a backup of Afterword");
}
