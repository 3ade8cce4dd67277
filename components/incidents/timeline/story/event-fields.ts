import { shapeOfKind, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";

/** Fields of an event that a person can change. */
export type EventFields = Partial<
  Pick<
    TimelineEvent,
    | "title"
    | "body"
    | "kind"
    | "at"
    | "endAt"
    | "precision"
    | "uncertaintySeconds"
    | "actor"
    | "url"
    | "pinned"
    | "hidden"
    | "removed"
    | "known"
    | "foundAt"
    | "foundBy"
    | "verified"
  >
>;

type FieldName = keyof EventFields;

/** The content of an event, without its marks. */
const SAYS: readonly FieldName[] = ["title", "body", "kind", "at", "endAt", "precision", "uncertaintySeconds"];

/** Returns the event with these fields, as the server will return it. */
export function withFields(event: TimelineEvent, fields: EventFields): TimelineEvent {
  const changed = { ...event, ...fields };
  if (fields.kind) changed.shape = shapeOfKind(fields.kind);
  if (fields.at !== undefined) changed.ambiguity = null;
  // When and by whom belong to "found later" only.
  if (fields.known !== undefined && fields.known !== "found_later")
    Object.assign(changed, { foundAt: null, foundBy: null });
  // A changed event is no longer verified. The server knows when it matches again.
  if (SAYS.some((name) => name in fields) && fields.verified === undefined) changed.verified = false;
  if (fields.verified !== undefined) Object.assign(changed, { verifiedAt: null, verifiedBy: null });
  if (changed.precision === "unknown") return { ...changed, at: null, endAt: null, uncertaintySeconds: null };
  return changed;
}

/** Returns the event's current values of the same fields, to undo the change. */
export function fieldsBefore(event: TimelineEvent, fields: EventFields): EventFields {
  const names = Object.keys(fields) as FieldName[];
  const timed = names.some((name) => name === "at" || name === "precision")
    ? (["at", "endAt", "precision", "uncertaintySeconds"] as const)
    : [];
  const known = names.includes("known") ? (["foundAt", "foundBy"] as const) : [];
  return Object.fromEntries([...new Set([...names, ...timed, ...known])].map((name) => [name, event[name]]));
}

/** Returns whether people changed what the source said, and didn't change it back. */
export function isEdited({ original, title, body, kind, at, endAt }: TimelineEvent): boolean {
  if (original === null) return false;
  const now = { title, body, kind, at, endAt };
  return Object.entries(now).some(([name, value]) => original[name as keyof typeof now] !== value);
}

/** Returns whether the event may move. */
export function movesInTime(fields: EventFields): boolean {
  return fields.at !== undefined || fields.precision !== undefined;
}

const NAMES: Record<FieldName, string> = {
  title: "Title",
  body: "Text",
  kind: "Kind",
  at: "Time",
  endAt: "End",
  precision: "Precision",
  uncertaintySeconds: "Plus or minus",
  actor: "Who",
  url: "Link",
  pinned: "Pin",
  hidden: "Hiding",
  removed: "Removal",
  known: "Known",
  foundAt: "Found at",
  foundBy: "Found by",
  verified: "Verified",
};

function wordsOf(name: FieldName, value: unknown): string {
  if (value === null || value === "") return "nothing";
  if (name === "kind") return wordsOfKind(value as TimelineEvent["kind"]);
  if (name === "at" || name === "endAt" || name === "foundAt")
    return `${String(value).slice(0, 16).replace("T", " ")} UTC`;
  if (name === "known") return value === "found_later" ? "found later" : "at the time";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** "Title is now “Disk full”, you wrote “Disk is full”": how the newer event and a rejected change differ. */
export function differences(newer: TimelineEvent, mine: EventFields): string {
  const names = (Object.keys(mine) as FieldName[]).filter((name) => newer[name] !== mine[name]);
  return names
    .slice(0, 2)
    .map((name) => `${NAMES[name]} is now “${wordsOf(name, newer[name])}”, you wrote “${wordsOf(name, mine[name])}”`)
    .join(". ");
}
