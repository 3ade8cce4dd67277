import { StatusMark } from "#components/ui/labels/status.tsx";
import type { StatusKind } from "#components/ui/labels/status-glyph.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import {
  CHANGE_HEALTH_MEANINGS,
  CHANGE_HEALTH_WORDS,
  CHANGE_HEALTHS,
  CHANGE_STATUS_WORDS,
  type ChangeDecisionKind,
  type ChangeHealth,
  type ChangeStatus,
} from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChangeRow } from "#lib/contract/strategic-change.ts";

const STATUS_KINDS: Record<ChangeStatus, StatusKind> = {
  proposed: "open",
  funded: "open",
  in_progress: "progress",
  delivered: "verify",
  effect_checked: "done",
  deferred: "cancelled",
  declined: "cancelled",
};
const HEALTH_KINDS: Record<ChangeHealth, StatusKind> = {
  on_track: "on-track",
  at_risk: "at-risk",
  off_track: "off-track",
};

export const statusKind = (status: ChangeStatus): StatusKind => STATUS_KINDS[status];
/** The mark of a decision: a given one is ticked, even if the work that it starts is still open. */
export function decisionKind({ kind, to }: { kind: ChangeDecisionKind; to: ChangeStatus }): StatusKind {
  if (kind === "left_out") return "cancelled";
  return kind === "status" && to === "funded" ? "done" : STATUS_KINDS[to];
}

export const healthKind = (health: ChangeHealth): StatusKind => HEALTH_KINDS[health];

export const HEALTH_CHOICES = CHANGE_HEALTHS.map((health) => ({
  value: health,
  label: (
    <span className={layoutStyles.row}>
      <StatusMark kind={HEALTH_KINDS[health]} />
      {CHANGE_HEALTH_WORDS[health]}
    </span>
  ),
  consequence: CHANGE_HEALTH_MEANINGS[health],
}));

/** The mark before a title: health while it is in progress, otherwise its status. */
export function markOf({ status, health }: Pick<StrategicChangeRow, "status" | "health">) {
  const isWorked = status === "funded" || status === "in_progress";
  return isWorked && health !== null
    ? { kind: HEALTH_KINDS[health], words: CHANGE_HEALTH_WORDS[health] }
    : { kind: STATUS_KINDS[status], words: CHANGE_STATUS_WORDS[status] };
}
