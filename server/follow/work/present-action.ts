import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, incidentKeyOf } from "#server/base/kernel/keys.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";

export const WORK_ACTION_SELECT = {
  number: true,
  title: true,
  status: true,
  priority: true,
  blockedReason: true,
  ownerId: true,
  dueDate: true,
  waivedUntil: true,
  owner: { select: { name: true } },
  incident: { select: { ...INCIDENT_FACTS, number: true, severity: true } },
} satisfies Prisma.ActionItemSelect;

export type WorkAction = Prisma.ActionItemGetPayload<{ select: typeof WORK_ACTION_SELECT }>;

/** An action as a line of My work. Its incident is named only to who may read that. */
export function presentWorkAction(me: UserActor, row: WorkAction, kind: WorkItem["kind"], step: string): WorkItem {
  const { incident } = row;
  const isReadable = incident !== null && can(me, "incident", "read", incidentFacts(incident));
  const key = actionKeyOf(row.number);
  return {
    kind,
    key,
    title: row.title,
    href: `/actions/${key}`,
    step,
    dueDate: toLocalDate(dueOf(row)),
    status: row.status,
    blockedReason: row.blockedReason,
    priority: row.priority,
    severity: isReadable ? incident.severity : null,
    incidentKey: isReadable ? incidentKeyOf(incident.number) : null,
    owner: row.ownerId === me.id ? null : (row.owner?.name ?? null),
    band: null,
  };
}

// A waiver that has run out counts from its own end when that is later.
const dueOf = ({ status, dueDate, waivedUntil }: WorkAction): Date | null =>
  status === "waived" && waivedUntil !== null && (dueDate === null || waivedUntil > dueDate) ? waivedUntil : dueDate;
