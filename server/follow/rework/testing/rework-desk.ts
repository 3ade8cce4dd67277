import type { UserActor } from "#lib/base/access/actor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import type { TestDatabase } from "#server/testing/test-database.ts";
import { createActionItem, getActionItem } from "../../action-item/index.ts";

type Input = Parameters<typeof createActionItem>[1];

interface Desk {
  database: TestDatabase;
  owner: UserActor;
  as: (actor: UserActor) => Ctx;
}

/** Makes and reads actions and incidents of one owner in a test. `told` is called when they are used. */
export function reworkDesk(told: () => Desk) {
  const read = (key: string, actor = told().owner) => getActionItem(told().as(actor), { key });
  const numberOf = (key: string) => Number(key.slice(4));
  const rowOf = (key: string) =>
    told().database.prisma.actionItem.findUniqueOrThrow({
      where: { number: numberOf(key) },
      select: { id: true, version: true },
    });
  const at = async (key: string) => ({ key, version: (await rowOf(key)).version });
  const create = async (title: string, input: Partial<Input> = {}) =>
    (
      await createActionItem(told().as(told().owner), {
        ...{ title, type: "detect", priority: "P2", description: "Because", doneWhen: "Seen", trackerUrl: null },
        ...{ factorIds: [], changeKeys: [], teamId: null, ownerId: told().owner.id, dueDate: "2026-11-02" },
        ...input,
      })
    ).key;
  const incident = async (restricted = false) =>
    (
      await createIncident(told().as(told().owner), {
        ...{ kind: "incident", severity: 2, serviceIds: [], resolvedAt: null, title: "Leaked key" },
        ...{ timeZone: "UTC", impactText: "", restricted },
      })
    ).key;
  const incidentRow = (key: string) =>
    told().database.prisma.incident.findUniqueOrThrow({ where: { number: numberOf(key) }, select: { id: true } });
  return { read, rowOf, at, create, incident, incidentRow };
}
