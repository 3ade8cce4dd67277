import { EVENT_CHOICES, type EventChoice, LIVE_BLOCK_WORDS, type LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import { type DocumentNode, stringAttr } from "./document-json.ts";

const COLUMN_IDS = ["priority", "owner", "due", "status", "doneWhen", "target"] as const;
export type BlockColumn = (typeof COLUMN_IDS)[number];

/** Column heads, as in every file and table of records. */
export const BLOCK_COLUMN_WORDS: Readonly<Record<BlockColumn, string>> = {
  priority: "Priority",
  owner: "Owner",
  due: "Due",
  status: "Status",
  doneWhen: "Done when",
  target: "Target",
};

/** The columns that a live block can leave out, in their order. */
export const BLOCK_COLUMNS: Readonly<Partial<Record<LiveBlockKind, readonly BlockColumn[]>>> = {
  actions: ["priority", "owner", "due", "status", "doneWhen"],
  changes: ["target", "owner", "status"],
};

/** Options that people chose for a live block. Null where they chose nothing. */
export interface LiveBlockOptions {
  /** Of a timeline: pinned events, or all visible ones. */
  events: EventChoice | null;
  columns: readonly BlockColumn[] | null;
}

export const NO_OPTIONS: LiveBlockOptions = { events: null, columns: null };

/** Reads the options of a live block. What this version doesn't know is left out. */
export function liveBlockOptions(node: DocumentNode): LiveBlockOptions {
  const [events, columns] = [stringAttr(node, "events"), stringAttr(node, "columns")];
  return {
    events: EVENT_CHOICES.find((one) => one === events) ?? null,
    columns: columns === null ? null : COLUMN_IDS.filter((id) => columns.split(" ").includes(id)),
  };
}

/** The options as attributes of the live block. */
export const optionAttributes = ({ events, columns }: LiveBlockOptions) => ({
  events,
  columns: columns?.join(" ") ?? null,
});

/** Returns whether a block shows the column with this head. */
export function isColumnShown(kind: LiveBlockKind, head: string, { columns }: LiveBlockOptions): boolean {
  const id = BLOCK_COLUMNS[kind]?.find((one) => BLOCK_COLUMN_WORDS[one] === head);
  return columns === null || id === undefined || columns.includes(id);
}

/** Returns whether a timeline shows an event. Where no one chose: the pinned ones, or all if none is pinned. */
export function eventFilter(
  { events }: LiveBlockOptions,
  isAnyPinned: boolean,
): (event: { hidden: boolean; pinned: boolean }) => boolean {
  const onlyPinned = events === "pinned" || (events === null && isAnyPinned);
  return ({ hidden, pinned }) => !hidden && (pinned || !onlyPinned);
}

const EVENT_CHOICE_WORDS: Readonly<Record<EventChoice, string>> = { pinned: "pinned events", all: "all events" };

/** Names a live block and what people chose for it, as in a comparison: "Action items (Owner, Due)". */
export function liveBlockWords(node: DocumentNode): string {
  const { events, columns } = liveBlockOptions(node);
  const name = LIVE_BLOCK_WORDS[stringAttr(node, "kind") as LiveBlockKind] ?? "";
  const shown = columns?.map((id) => BLOCK_COLUMN_WORDS[id]).join(", ");
  const chosen = [events === null ? "" : EVENT_CHOICE_WORDS[events], shown === "" ? "no columns" : (shown ?? "")];
  const words = chosen.filter((one) => one !== "").join(", ");
  return words === "" ? name : `${name} (${words})`;
}
