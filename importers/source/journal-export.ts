import type { JsonRecord } from "#importers/base/values.ts";

const MOST_BYTES = 50_000_000;
const FIELD = /^([A-Z_][A-Z0-9_]{0,64})=(.*)$/;
const TIMED = /(?:^|\n)__REALTIME_TIMESTAMP=\d/;

/**
 * Reads a systemd journal in its export format (one field per line, an empty line between entries) as the records of
 * its JSON format. Undefined for any other text. Binary fields are left out.
 */
export function readJournalExport(text: string): unknown {
  if (text.length > MOST_BYTES || !isJournal(text)) return undefined;
  return text.split(/\r?\n(?:[ \t]*\r?\n)+/).flatMap(recordOf);
}

function isJournal(text: string): boolean {
  const head = text.slice(0, 10_000).trimStart();
  return head.startsWith("_") && FIELD.test(head.split(/\r?\n/, 1)[0] ?? "") && TIMED.test(head);
}

function recordOf(block: string): JsonRecord[] {
  const fields = block.split(/\r?\n/).flatMap((line) => {
    const [, name, value = ""] = FIELD.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  return fields.length > 0 ? [Object.fromEntries(fields)] : [];
}
