import { parseSource } from "#importers/open/parse-source.ts";
import { AppError } from "#lib/base/errors.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const SLOW_MS = 2000;

/** Returns what is wrong with how these bytes are read, or null. Only the parser's own errors may be thrown. */
export function faultOf(bytes: Uint8Array, zone?: string): string | null {
  const begun = performance.now();
  try {
    const { events, rejects, context } = parseSource({ filename: "fuzz", bytes }, zone ? { zone } : {});
    if (events.length + rejects.length + context.length === 0) return "nothing came of it";
    for (const { at, endAt, title, kind, url, body, actor } of events) {
      if (at !== null && !INSTANT.test(at)) return `at is ${at}`;
      if (endAt !== null && (at === null || endAt < at)) return `ends at ${endAt} before ${at}`;
      if (title === "" || !EVENT_KINDS.includes(kind)) return `an event without words or kind: ${kind}`;
      if (url !== null && !/^https?:/i.test(url)) return `url is ${url}`;
      if (`${title}${body}${actor}`.includes("\u0000")) return "NUL in an event";
      if (!`${title}${body}${actor ?? ""}`.isWellFormed()) return "half a character in an event";
    }
    if (rejects.some(({ reason }) => reason === "")) return "a reject without a reason";
  } catch (error) {
    if (!(error instanceof AppError)) return `threw ${error instanceof Error ? error.stack : error}`;
  }
  if ("polluted" in {}) return "a prototype was changed";
  const took = performance.now() - begun;
  return took > SLOW_MS ? `took ${Math.round(took)} ms` : null;
}
