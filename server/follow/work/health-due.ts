import type { UserActor } from "#lib/base/access/actor.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { listStrategicChanges } from "#server/follow/strategic-change/index.ts";

const MOST = 100;

/** Strategic changes of mine whose health nobody has reported for too long. */
export async function healthDue(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  const { items } = await listStrategicChanges(ctx, { mine: true, archived: false, limit: MOST });
  return items
    .filter((change) => change.stale && change.owner?.id === me.id)
    .map(({ key, title, status }) => ({
      kind: "health_due",
      key,
      title,
      href: `/strategy/${key}`,
      step: "Say how it goes: on track, at risk or off track",
      dueDate: null,
      status,
      priority: null,
      severity: null,
      incidentKey: null,
      owner: null,
      blockedReason: null,
      band: null,
    }));
}
