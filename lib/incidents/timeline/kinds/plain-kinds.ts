import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const PLAIN: readonly EventKind[] = ["observation", "internal_update"];

/** Returns whether a kind is the default of a chat line or a note, which can be about anything. */
export const isPlainKind = (kind: EventKind): boolean => PLAIN.includes(kind);
