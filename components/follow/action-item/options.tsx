import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import type { StatusKind } from "#components/ui/labels/status-glyph.tsx";
import {
  ACTION_PRIORITIES,
  ACTION_PRIORITY_MEANINGS,
  ACTION_TYPE_MEANINGS,
  ACTION_TYPE_WORDS,
  ACTION_TYPES,
  type ActionPriority,
  type ActionStatus,
} from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { shownStatus } from "#lib/follow/action-item/blocked.ts";

const LEVELS: Record<ActionPriority, 0 | 1 | 2 | 3> = { P0: 0, P1: 1, P2: 2, P3: 3 };
export const levelOf = (priority: ActionPriority) => LEVELS[priority];

export const PRIORITY_OPTIONS: readonly ValueOption[] = ACTION_PRIORITIES.map((priority) => ({
  value: priority,
  label: priority,
  detail: ACTION_PRIORITY_MEANINGS[priority],
  icon: <Priority level={LEVELS[priority]} />,
}));

export const TYPE_OPTIONS: readonly ValueOption[] = ACTION_TYPES.map((type) => ({
  value: type,
  label: ACTION_TYPE_WORDS[type],
  detail: ACTION_TYPE_MEANINGS[type],
}));

const STATUS_KINDS: Record<ActionStatus, StatusKind> = {
  proposed: "open",
  accepted: "open",
  in_progress: "progress",
  implemented: "verify",
  verified: "done",
  declined: "cancelled",
  waived: "cancelled",
};
export const statusKind = (status: ActionStatus): StatusKind => STATUS_KINDS[status];

/** Glyph and label of a row: blocked takes precedence over accepted and in progress. */
export const statusOf = (row: Pick<ActionItemRow, "status" | "blockedReason" | "blockedUntil">) => ({
  kind: row.blockedReason === null ? STATUS_KINDS[row.status] : ("blocked" as const),
  words: shownStatus(row),
});
