import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { toJson } from "#server/base/kernel/json.ts";
import type { EventRecord } from "./select.ts";

export interface SaidFields {
  title: string;
  body: string;
  kind: EventKind;
  at: Date | null;
  endAt: Date | null;
}

const said = ({ title, body, kind, at, endAt }: SaidFields) => ({
  title,
  body,
  kind,
  at: toInstantOrNull(at),
  endAt: toInstantOrNull(endAt),
});

/**
 * What to keep next to an event that now says `after`: what the source said, from the first edit on, and nothing again
 * once an edit is undone word for word. Returns the part of a write that sets it, empty where nothing changes.
 */
export function originalAfter(before: EventRecord, after: SaidFields) {
  if (before.sourceType === "manual") return {};
  const now = JSON.stringify(said(after));
  if (before.original === null) {
    return now === JSON.stringify(said(before)) ? {} : { original: toJson(said(before)) };
  }
  const { title, body, kind, at, endAt } = before.original as Record<string, unknown>;
  return now === JSON.stringify({ title, body, kind, at, endAt }) ? { original: toJson(null) } : {};
}
