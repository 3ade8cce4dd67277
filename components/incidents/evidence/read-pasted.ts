export type PastedKind = "link" | "query" | "log";

const QUERY_STARTS = /^\s*(?:select|with|insert|update|delete|explain|show|match|from|index=|fields|filter)\b/i;
const QUERY_PARTS =
  /\b(?:rate|increase|histogram_quantile|sum|avg|count|max|min|topk|absent)\s*(?:by\s*\(|\()|\{[\w.]+\s*(?:=~|!~|!=|=)\s*"|\|=|\|~|\|\s*(?:where|stats|json|summarize|project)\b/i;
const STAMPED = /^\s*\[?(?:\d{4}-\d\d-\d\d|\d{1,2}:\d\d:\d\d|[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:)/;

/** Returns what a pasted text most likely is. A single line with a URL is a link. Null for nothing but spaces. */
export function readPasted(text: string): { kind: PastedKind; text: string } | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (/^https?:\/\/\S+$/i.test(trimmed)) return { kind: "link", text: trimmed };
  const lines = trimmed.split("\n", 20);
  const isLog = lines.some((line) => STAMPED.test(line));
  const isQuery = !isLog && (QUERY_STARTS.test(trimmed) || QUERY_PARTS.test(trimmed.slice(0, 2000)));
  return { kind: isQuery ? "query" : "log", text: trimmed };
}
