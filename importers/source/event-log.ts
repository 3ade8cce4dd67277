import type { JsonRecord } from "#importers/base/values.ts";

const MOST_BYTES = 50_000_000;
const HEAD_LINES = 20;
/** `CEF:0|…` and `LEEF:2.0|…`, alone or after the head of a syslog line. */
const EVENT = /^(.{0,200}?)\b(CEF|LEEF):(\d(?:\.\d)?)\|(.*)$/;
const LOGGED =
  /^(?:<\d{1,3}>)?(?:\d{1,2} )?(\d{4}-\d{2}-\d{2}T\S{5,30}|[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d{2}:\d{2}:\d{2})/;
/** Fields with the time of an event, the most informative first. */
const TIMES = ["rt", "deviceReceiptTime", "devTime", "start", "end", "art"] as const;
const WORDS = ["msg", "message", "reason"] as const;

const EXTENSION = /(?:^|[ \t^])([A-Za-z][\w.[\]-]{0,60})=/g;

/** Returns whether most lines at the start of a text are events as firewalls and scanners log them. */
export function isEventLog(text: string): boolean {
  if (!/\b(?:CEF|LEEF):\d/.test(text.slice(0, 2000))) return false;
  const lines = text
    .slice(0, 50_000)
    .split("\n", HEAD_LINES)
    .filter((line) => line.trim() !== "");
  return lines.filter((line) => EVENT.test(line)).length * 2 > lines.length;
}

/**
 * Returns events in CEF or LEEF, one per line, as records. Undefined for any other text. A line that isn't an event
 * keeps its text.
 */
export function readEventLog(text: string): unknown {
  if (text.length > MOST_BYTES || !isEventLog(text)) return undefined;
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(eventOf);
}

function eventOf(line: string): JsonRecord {
  const [, before = "", form, version = "", rest = ""] = EVENT.exec(line.trim()) ?? [];
  if (form === undefined) return { text: line.trim() };
  const [, product = "", , id = "", name = "", ...more] = cellsOf(rest);
  const isLeef = form === "LEEF";
  const fields = fieldsIn(
    isLeef ? [name, ...more].slice(version.startsWith("2") ? 1 : 0).join("|") : more.slice(1).join("|"),
  );
  const words = firstOf(fields, WORDS);
  const title = isLeef ? (words ?? id) : name;
  return {
    timestamp: firstOf(fields, TIMES) ?? LOGGED.exec(before.trim())?.[1],
    title,
    ...(words !== undefined && words !== title ? { description: words } : {}),
    code: id,
    ...(isLeef ? {} : { severity: more[0] }),
    host: fields.get("dvchost") ?? fields.get("shost") ?? fields.get("dvc"),
    user: fields.get("suser") ?? fields.get("usrName") ?? fields.get("duser"),
    service: product,
  };
}

/** Returns the cells of a head. A backslash escapes a bar or a backslash inside a cell. */
const cellsOf = (head: string): string[] =>
  head.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\([\\|])/g, "$1").trim());

/** `rt=… msg=two words src=…`: each value continues to the next name. */
function fieldsIn(extension: string): Map<string, string> {
  const found = new Map<string, string>();
  let last: { name: string; from: number } | null = null;
  const put = (to: number) => {
    if (last)
      found.set(
        last.name,
        extension
          .slice(last.from, to)
          .trim()
          .replace(/\\([=\\|])/g, "$1"),
      );
  };
  for (const match of extension.matchAll(EXTENSION)) {
    put(match.index);
    last = { name: match[1] ?? "", from: match.index + match[0].length };
  }
  put(extension.length);
  return found;
}

const firstOf = (fields: ReadonlyMap<string, string>, names: readonly string[]): string | undefined =>
  names.map((name) => fields.get(name)).find((value) => value);
