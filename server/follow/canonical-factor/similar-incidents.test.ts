import { expect, it } from "vitest";
import { addEvent, setMilestone } from "#server/incidents/timeline/index.ts";
import { createCanonicalFactor, similarIncidents } from "./index.ts";
import { conditionWorld } from "./testing/condition-world.ts";

const world = conditionWorld();
const { as, seen } = world;
const told = async (key: string, name: "ada" | "ben" | "viewer") =>
  (await similarIncidents(as(name), { key })).items.map(({ title, reasons }) => [
    title,
    ...reasons.map((one) => one.text),
  ]);

it("finds incidents with the same condition, service and trigger, or statement, that the person can read", async () => {
  const own = await seen("Backups stop at night");
  const loose = await seen("Retries without backoff multiplied load");
  const [same, secret] = [await seen("Dumps fail"), await seen("Dumps leak", { restricted: true })];
  const drill = await seen("Dumps fail in a drill", { kind: "drill" });
  const factors = [own, same, secret, drill].map(({ id, version }) => ({ id, version }));
  await createCanonicalFactor(as("ada"), { name: "Failures raise no alarm", factors });
  const service = await world.prisma.service.create({ data: { id: crypto.randomUUID(), name: "Mail" } });
  const pushed = await seen("A push broke it");
  for (const { incidentKey: key } of [own, pushed, same]) {
    const { id } = await world.prisma.incident.findFirstOrThrow({ where: { number: Number(key.slice(4)) } });
    await world.prisma.incidentService.create({ data: { incidentId: id, serviceId: service.id } });
    const kind = key === same.incidentKey ? "migration" : "config_changed";
    const event = { at: "2026-01-10T08:00:00Z", precision: "minute", kind, title: "Push", body: "" } as const;
    const { id: eventId } = await addEvent(as("ada"), { key, ...event });
    await setMilestone(as("ada"), { key, name: "trigger_change", eventId, notApplicable: false });
  }
  const expected = [
    ["Dumps fail", "Same condition: Failures raise no alarm"],
    ["A push broke it", "Both affected Mail and were triggered by a config change"],
  ];
  expect(await told(own.incidentKey, "ben")).toEqual(expected);
  expect(await told(own.incidentKey, "viewer")).toEqual(expected.slice(1));
  expect(await told(own.incidentKey, "ada")).toHaveLength(3);
  await expect(similarIncidents(as("ben"), { key: secret.incidentKey })).rejects.toMatchObject({ code: "not_found" });

  const storm = await seen("Retries without backoff multiplied the load again");
  expect(await told(storm.incidentKey, "ben")).toEqual([
    [loose.statement, "Factors of both mention “backoff”, “load”, “multiplied” and “retries”"],
  ]);
});
