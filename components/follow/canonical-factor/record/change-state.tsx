import { Status } from "#components/ui/labels/status.tsx";
import { CHANGE_HEALTH_WORDS, CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { ratedHealth } from "#lib/follow/canonical-factor/condition.ts";
import { healthKind, statusKind } from "../../strategic-change/options.tsx";

/** The status of a strategic change, and its health while it is in progress. */
export function ChangeState({ change }: { change: Pick<CanonicalFactor["changes"][number], "status" | "health"> }) {
  const health = ratedHealth(change);
  return (
    <>
      <Status kind={statusKind(change.status)}>{CHANGE_STATUS_WORDS[change.status]}</Status>
      {health ? <Status kind={healthKind(health)}>{CHANGE_HEALTH_WORDS[health]}</Status> : null}
    </>
  );
}
