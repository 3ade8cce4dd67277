import type { JsonRecord } from "#importers/base/values.ts";

const HEAD_LINES = 60;
const FIELD = /^([A-Za-z]\w{0,40}):[ \t]{1,8}(\S[^\n]{0,500})$/;
/** What a post has that is about an incident, not any post. */
const OF_AN_INCIDENT = /^(?:resolved|severity|affected|impact)$/i;

/** The fields above a post of a status page that is kept in files, with the post as its body; null for any other text. */
export function readIncidentPost(text: string): JsonRecord | null {
  const lines = text.slice(0, 20_000).split(/\r?\n/);
  const end = lines.slice(0, HEAD_LINES).indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) return null;
  const head = lines.slice(1, end);
  if (!head.some((line) => OF_AN_INCIDENT.test(line.split(":", 1)[0] ?? ""))) return null;
  const fields = head.map((line) => FIELD.exec(line)).filter((found) => found !== null);
  const body = lines
    .slice(end + 1)
    .join("\n")
    .trim();
  return { ...Object.fromEntries(fields.map(([, name, value]) => [name, unquote(value ?? "")])), body };
}

const unquote = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, "$2");
