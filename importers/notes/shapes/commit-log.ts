import { readStamp } from "#importers/lex/stamp.ts";
import { readWrittenTime } from "#importers/lex/written-time.ts";
import type { Line } from "../lines/lines.ts";
import type { TrailingEntry } from "./trailing.ts";

const COMMIT = /^commit [\da-f]{7,40}\b/;
const FIELD = /^(Author|Date|AuthorDate|CommitDate): {1,8}(.{1,120})$/;
const ADDRESS = /\s*<[^<>]{0,80}>\s*$/;

/** Reads the output of `git log`: each commit at its date, with its message. */
export function readCommits(lines: readonly Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  let actor: string | null = null;
  let open: TrailingEntry | null = null;
  for (const [index, { raw, role }] of lines.entries()) {
    const [, field, value = ""] = FIELD.exec(raw) ?? [];
    if (COMMIT.test(raw)) {
      actor = null;
      open = null;
    } else if (field === "Author") actor = value.replace(ADDRESS, "");
    else if (field !== undefined) {
      const written = readWrittenTime(value.trim());
      const stamp = readStamp(written?.kind === "iso" ? written.iso : value);
      open = stamp?.clock
        ? { at: index, words: [], stamp: { ...stamp, statedText: value.trim() }, text: [], actor }
        : null;
    } else if (open && role !== "blank" && /^ {4}|^\t/.test(raw)) {
      if (open.words.length === 0) found.push(open);
      open.words.push(index);
      open.text.push(raw.trim());
    }
  }
  return lines.some(({ raw }) => COMMIT.test(raw)) ? found : [];
}
