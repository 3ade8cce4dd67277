import type { Prisma } from "#generated/prisma/client.ts";
import type { EVENT_KINDS_BY_GROUP, EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** Facts that two incidents can have in common: services, and the class of the change that triggered them. */
export const ALIKE = {
  ...{ number: true, title: true, startedAt: true },
  services: { select: { service: { select: { id: true, name: true } } }, orderBy: { service: { name: "asc" } } },
  milestones: {
    where: { name: "trigger_change", event: { removedAt: null } },
    select: { event: { select: { kind: true } } },
  },
} satisfies Prisma.IncidentSelect;
type Alike = Prisma.IncidentGetPayload<{ select: typeof ALIKE }>;

type ChangeKind = (typeof EVENT_KINDS_BY_GROUP)["change"][number];

const WORDS: Record<ChangeKind, string> = {
  deploy_started: "a deploy",
  deploy_finished: "a deploy",
  config_changed: "a config change",
  flag_changed: "a feature flag",
  migration: "a migration",
  infra_change: "an infrastructure change",
  data_change: "a data change",
  third_party_change: "a third-party change",
  traffic_change: "a traffic change",
};

/** Returns the class of a change that can trigger an incident, in words. Null for any other event. */
const changeClass = (kind: EventKind): string | null => (Object.hasOwn(WORDS, kind) ? WORDS[kind as ChangeKind] : null);

const triggerOf = ({ milestones: [trigger] }: Pick<Alike, "milestones">) =>
  trigger?.event ? changeClass(trigger.event.kind) : null;

/** Incidents that count as real ones: no drills, tests, cancelled or archived ones. */
export const REAL_INCIDENT = {
  ...{ kind: { in: ["incident", "near_miss"] }, status: { not: "cancelled" }, archivedAt: null },
} satisfies Prisma.IncidentWhereInput;

/** Incidents with a shared service and a known trigger, to be compared by `inCommon`. */
export const maybeAlike = ({ services }: Alike): Prisma.IncidentWhereInput => ({
  services: { some: { serviceId: { in: services.map(({ service }) => service.id) } } },
  milestones: { some: { name: "trigger_change", event: { removedAt: null } } },
});

/** Returns the services that both have, and the class of both triggers. Nothing if the classes differ. */
export function inCommon(one: Alike, other: Alike): { services: string[]; trigger: string | null } {
  const trigger = triggerOf(one);
  if (trigger === null || trigger !== triggerOf(other)) return { services: [], trigger: null };
  const ids = new Set(one.services.map(({ service }) => service.id));
  return { services: other.services.flatMap(({ service }) => (ids.has(service.id) ? service.name : [])), trigger };
}
