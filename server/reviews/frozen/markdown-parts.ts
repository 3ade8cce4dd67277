/** Returns a cell of a Markdown table: one line, no bar, and empty if nothing is known. */
export const cell = (text: string): string =>
  text
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, " ")
    .trim();

/** Escapes text so it isn't read as Markdown or HTML. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");

/** Returns a table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

/** Returns an instant in UTC to the minute, or to the second if known: "2017-01-31 23:27 UTC". */
export function utc(at: string, withSeconds = false): string {
  return `${at.slice(0, 10)} ${at.slice(11, withSeconds ? 19 : 16)} UTC`;
}

/** Returns a record's key or text with a link to its page, or only the text if this instance has no public address. */
export const linked = (words: string, path: string, baseUrl: string | null): string =>
  baseUrl === null ? words : `[${words}](${baseUrl}${path})`;

/** Joins paragraphs with an empty line between them. Empty ones are left out. */
export const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n\n");

const RECORD_PATHS: Readonly<Record<string, string>> = {
  incident: "/incidents/",
  review: "/reviews/",
  "action-item": "/actions/",
  "strategic-change": "/strategy/",
};

/** Returns the path of a record's page, or null for a record that has none. */
export function recordPath(noun: string, key: string): string | null {
  const path = RECORD_PATHS[noun];
  return path === undefined ? null : `${path}${key}`;
}
