import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const PLAIN: readonly EventKind[] = ["observation", "internal_update"];

/** Whether a kind is what a line of chat or a note has when nobody said more: it may tell of anything. */
export const isPlainKind = (kind: EventKind): boolean => PLAIN.includes(kind);
