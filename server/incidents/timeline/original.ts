import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { toJson } from "#server/base/kernel/json.ts";
import type { EventRecord } from "./event-row.ts";

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
 * Returns the columns that keep what the source said for an event that is about to become `after`: set by the first
 * edit, and cleared once an edit is undone exactly. Empty if nothing changes.
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
