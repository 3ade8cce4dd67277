/** A cell of a Markdown table: one line, no bar, empty where nothing is known. */
export const cell = (text: string): string =>
  text
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, " ")
    .trim();

/** Text that is as it is, not as Markdown or HTML. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

/** An instant in UTC to the minute, or to the second where it is known: "2017-01-31 23:27 UTC". */
export function utc(at: string, withSeconds = false): string {
  return `${at.slice(0, 10)} ${at.slice(11, withSeconds ? 19 : 16)} UTC`;
}

/** A record's key or words with the way to its page; the words alone where this instance has no public address. */
export const linked = (words: string, path: string, baseUrl: string | null): string =>
  baseUrl === null ? words : `[${words}](${baseUrl}${path})`;

/** Paragraphs with an empty line between them; empty ones are left out. */
export const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n\n");
