import type { ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs, sentenceCase, titleAndBody } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { kindOfPagerDuty } from "./kinds.ts";

const SUFFIX = "_log_entry";

/** Returns whether a value is an entry of an incident's log. */
export function isLogEntry(value: unknown): value is JsonRecord {
  return isRecord(value) && Object.hasOwn(value, "created_at") && verbOf(value) !== null;
}

function verbOf(entry: JsonRecord): string | null {
  const type = textAt(entry, "type") ?? "";
  return type.endsWith(SUFFIX) ? type.slice(0, -SUFFIX.length) : null;
}

/** One entry of an incident's log: its own summary first, then its incident. */
export function readLogEntry(entry: JsonRecord, line: number, options: ParseOptions): Outcome {
  const verb = verbOf(entry) ?? "";
  const time = readInstant(entry.created_at, options);
  if (!time) return { reject: `created_at isn't a time: ${oneLine(String(entry.created_at), 60)}.` };
  const agent = recordAt(entry, "agent");
  const channel = recordAt(entry, "channel");
  const summary = textAt(entry, "summary") ?? sentenceCase(verb);
  const incident = incidentTitle(textAt(recordAt(entry, "incident"), "summary", "title"));
  const note = verb === "annotate" ? (textAt(entry, "note") ?? textAt(channel, "summary", "content")) : null;
  const event = makeEvent({
    line,
    time,
    kind: kindOfPagerDuty(verb, textAt(agent, "type")?.startsWith("user") ?? false),
    ...(note ? titleAndBody(note) : { title: withIncident(summary, incident), body: detailsOf(entry) }),
    actor: textAt(agent, "summary", "name"),
    url: textAt(entry, "html_url"),
    externalId: textAt(entry, "id"),
    services: [textAt(recordAt(entry, "service"), "summary", "name")],
  });
  return { event };
}

function withIncident(summary: string, incident: string | null): string {
  return incident && incident !== summary ? `${summary}: ${incident}` : summary;
}

function detailsOf(entry: JsonRecord): string {
  return paragraphs(
    textAt(recordAt(entry, "event_details"), "description"),
    textAt(recordAt(entry, "channel"), "content", "description", "details"),
  );
}

/** Returns "[#3] Payments down" without its number. */
export function incidentTitle(summary: string | null): string | null {
  return summary?.replace(/^\[#\d+\]\s*/, "") ?? null;
}
