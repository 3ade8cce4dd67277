import type { Precision } from "#lib/base/time/precision.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { SEVERITIES, SEVERITY_WORDS } from "#lib/base/vocabulary/incident.ts";
import { type DocumentNode, descendants, stringAttr } from "#lib/document/document-json.ts";
import type { ImpactSegmentKind } from "#lib/incidents/impact/impact-band.ts";
import type { FrozenBlocks } from "./changes.ts";

/** An event that a text cites, as it was. */
export interface FrozenEvent {
  id: string;
  number: number;
  title: string;
  at: string | null;
  precision: Precision;
  kind: EventKind;
}

/** Facts that a page shows around its text and live blocks, as they were. */
export interface FrozenFacts {
  incident: { title: string; startedAt: string | null };
  /** Null where it wasn't kept. */
  severity: number | null;
  highestSeverity: number | null;
  services: string[];
  /** The id is null where only the name was kept. */
  authors: { id: string | null; name: string }[];
  /** Null where it wasn't kept. */
  band: { kind: ImpactSegmentKind; from: number; to: number; known: boolean }[] | null;
  events: FrozenEvent[];
}

/** Returns the events that a text cites, each once, by their numbers. */
export function citedEvents(text: DocumentNode, events: readonly FrozenEvent[]): FrozenEvent[] {
  const cited = new Set<string>();
  for (const node of descendants(text)) if (node.type === "eventChip") cited.add(stringAttr(node, "eventId") ?? "");
  return events
    .filter(({ id }) => cited.has(id))
    .map(({ id, number, title, at, precision, kind }) => ({ id, number, title, at, precision, kind }))
    .sort((one, other) => one.number - other.number);
}

/** Returns the facts of the page that the live blocks of a version show, for one from before the page was stored. */
export function factsOfBlocks({ header, timeline }: FrozenBlocks): FrozenFacts {
  const fact = (name: string) => header?.rows.find(({ key }) => key === name)?.cells[1] ?? "";
  const severity = (name: string) => SEVERITIES.find((one) => SEVERITY_WORDS[one] === fact(name)) ?? null;
  const names = (name: string) => fact(name).split(", ").filter(Boolean);
  return {
    incident: { title: fact("Incident").replace(/^\S+ /, ""), startedAt: fact("Start") || null },
    severity: severity("Severity"),
    highestSeverity: severity("Highest severity"),
    services: names("Services"),
    authors: names("Authors").map((name) => ({ id: null, name })),
    band: null,
    events: (timeline?.rows ?? []).flatMap((row) => eventOfRow(row) ?? []),
  };
}

const TIME = /^(about )?(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})(:\d{2})?/;

function eventOfRow({ key, cells }: { key: string; cells: readonly string[] }): FrozenEvent | null {
  const [label = "", time = "", title = ""] = cells;
  const number = Number(/^E(\d+)$/.exec(label)?.[1] ?? 0);
  if (number === 0) return null;
  const [, about, day, clock, seconds] = TIME.exec(time) ?? [];
  const at = day && clock ? `${day}T${clock}${seconds ?? ":00"}.000Z` : null;
  const precision = at === null ? "unknown" : about ? "approx" : seconds ? "exact" : "minute";
  return { id: key, number, title, at, precision, kind: "observation" };
}
