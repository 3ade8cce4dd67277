import { expect, it } from "vitest";
import { incidentFieldsBefore, toUpdate, withIncidentFields } from "./patch-incident.ts";
import { sampleIncident } from "./testing/sample-incident.ts";

const NOW = "2017-02-01T18:00:00.000Z";

it("resolves now, and opens again without an end", () => {
  const open = sampleIncident({ status: "open", resolvedAt: null });
  const resolved = withIncidentFields(open, { status: "resolved" }, NOW);
  expect(resolved).toMatchObject({ status: "resolved", resolvedAt: NOW });
  expect(withIncidentFields(resolved, { status: "open" }, NOW)).toMatchObject({ status: "open", resolvedAt: null });
});

it("follows the given end", () => {
  const open = sampleIncident({ status: "open", resolvedAt: null });
  expect(withIncidentFields(open, { resolvedAt: NOW }, NOW).status).toBe("resolved");
  expect(withIncidentFields(sampleIncident({ status: "cancelled" }), { resolvedAt: null }, NOW).status).toBe(
    "cancelled",
  );
});

it("knows how to undo it, with state and end together", () => {
  const incident = sampleIncident({ status: "resolved", resolvedAt: NOW, title: "Old" });
  expect(incidentFieldsBefore(incident, { status: "open" })).toEqual({ status: "resolved", resolvedAt: NOW });
  expect(incidentFieldsBefore(incident, { title: "New" })).toEqual({ title: "Old" });
});

it("sends ids of services, and a name only for someone without an account", () => {
  const services = [{ id: "s1", name: "Mail" }];
  const roles = [
    { role: "commander" as const, userId: "u1", name: "Ines" },
    { role: "scribe" as const, userId: null, name: "Ada" },
  ];
  expect(toUpdate({ title: "T", services, roles })).toEqual({
    title: "T",
    serviceIds: ["s1"],
    roles: [
      { role: "commander", userId: "u1", name: null },
      { role: "scribe", userId: null, name: "Ada" },
    ],
  });
});
