import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { projectRoot } from "#server/base/process/project-root.ts";
import { addWindow } from "#server/incidents/impact/index.ts";
import { createImport } from "#server/incidents/import/index.ts";
import { changeSeverity, createIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { addEvent, listTimeline, setMilestone, updateEvent } from "#server/incidents/timeline/index.ts";
import type { Names } from "./names.ts";
import type { Organisation } from "./organisation.ts";
import type { IncidentPlan } from "./plan.ts";
import type { Stage } from "./stage.ts";

/** Creates an incident with its roles and imports its sources. Returns its key. */
export async function enterIncident(
  stage: Stage,
  plan: IncidentPlan,
  { services }: Organisation,
  names: Names,
): Promise<string> {
  const ctx = stage.as(plan.entered.by, plan.entered.on);
  const created = await createIncident(ctx, {
    title: plan.title,
    severity: plan.severity,
    kind: "incident",
    serviceIds: plan.services.flatMap((name) => services.get(name) ?? []),
    startedAt: plan.startedAt.toISOString(),
    resolvedAt: plan.resolvedAt.toISOString(),
    timeZone: "UTC",
    impactText: plan.impact,
    restricted: false,
  });
  const { key } = created;
  names.set("incident", plan.name, key);
  let { version } = created;
  if (plan.raised) {
    const { at, ...raised } = plan.raised;
    ({ version } = await changeSeverity(ctx, { key, version, ...raised, at: at.toISOString() }));
  }
  const roles = plan.roles.map(({ role, person }) => ({ role, userId: stage.id(person), name: null }));
  if (roles.length > 0) await updateIncident(ctx, { key, version, roles });
  for (const source of plan.sources) {
    const content = await readSource(source.file, plan.startedAt);
    await createImport(stage.as(source.by, source.on, "10:30"), { key, filename: source.file, content });
  }
  return key;
}

/** Curates the timeline: events without a time, pinned events, hidden noise, and milestones. */
export async function curateIncident(
  stage: Stage,
  plan: IncidentPlan,
  { services }: Organisation,
  names: Names,
): Promise<void> {
  const { by, on } = plan.entered;
  const key = names.get("incident", plan.name);
  await nameEvents(stage.as(by, on), key, plan, names);
  await curate(stage.as(by, on, "11:00"), key, plan, names);
  await weighImpact(stage.as(by, on, "11:30"), plan, services, names);
}

/** Creates impact windows from one event to another. */
async function weighImpact(
  ctx: Ctx,
  { windows, name: incident }: IncidentPlan,
  services: Organisation["services"],
  names: Names,
): Promise<void> {
  if (windows.length === 0) return;
  const key = names.get("incident", incident);
  const { items } = await listTimeline(ctx, { key, limit: 1000, includeHidden: true });
  const at = (name: string) => {
    const instant = items.find(({ id }) => id === names.get("event", name))?.at;
    if (!instant) throw new Error(`${key} has no time for ${name}`);
    return instant;
  };
  for (const { service, from, to, ...window } of windows) {
    const serviceId = services.get(service);
    if (serviceId) await addWindow(ctx, { key, serviceId, from: at(from), to: at(to), ...window });
  }
}

async function nameEvents(ctx: Ctx, key: string, plan: IncidentPlan, names: Names): Promise<void> {
  const { items } = await listTimeline(ctx, { key, limit: 1000, includeHidden: true });
  for (const [name, words] of Object.entries(plan.events)) {
    const found = items.filter(({ title }) => title.startsWith(words));
    const [event] = found;
    if (!event || found.length > 1) throw new Error(`${found.length} events of ${key} start with: ${words}`);
    names.set("event", name, event.id);
  }
  for (const { name, after, body = "", url = null, ...event } of plan.untimed) {
    const { id } = await addEvent(ctx, {
      key,
      at: null,
      precision: "unknown",
      ...event,
      body,
      url,
      afterEventId: names.get("event", after),
    });
    names.set("event", name, id);
  }
}

async function curate(ctx: Ctx, key: string, plan: IncidentPlan, names: Names): Promise<void> {
  const touched = new Set([...Object.keys(plan.kinds), ...plan.pinned, ...plan.hidden]);
  for (const name of touched) {
    const kind = plan.kinds[name];
    await updateEvent(ctx, {
      key,
      id: names.get("event", name),
      version: 1,
      ...(kind ? { kind } : {}),
      ...(plan.pinned.includes(name) ? { pinned: true } : {}),
      ...(plan.hidden.includes(name) ? { hidden: true } : {}),
    });
  }
  for (const [milestone, event] of Object.entries(plan.milestones) as [MilestoneName, string][]) {
    await setMilestone(ctx, { key, name: milestone, eventId: names.get("event", event), notApplicable: false });
  }
}

const FOLDER = "prisma/seed/sources";

/** A source file as it would be imported, with the days of its incident filled in. */
async function readSource(file: string, firstDay: Date): Promise<string> {
  const text = await readFile(join(projectRoot(), FOLDER, file), "utf8");
  return text.replace(/\{\{(-?\d+)\}\}/g, (_mark, days: string) =>
    new Date(firstDay.getTime() + Number(days) * DAY_MS).toISOString().slice(0, 10),
  );
}
