import type { WriteDesk, WriteStep } from "./write-desk.ts";

const WRITE_UP = `# Sign-in fails on 10 June 2020

## Timeline

- 21:52 UTC sessions drop
- 22:44 UTC all sessions are back

## Contributing factors

- The eviction policy was changed without a load test.

## Action items

- Add a session-loss alert
`;
const SERIES = [
  "time,errors,total",
  ...[0, 1, 2, 3, 4].map((minute) => `2026-01-10T09:0${minute}:00Z,${minute === 0 ? 0 : 50},100`),
].join("\n");

/** A write of every operation on an incident, its timeline, evidence and impact. */
export function incidentWrites({
  api,
  id,
  keep,
  keepId,
  keepKey,
  versionOf,
  events,
  event,
  add,
  finding,
  imports,
}: WriteDesk): WriteStep[] {
  return [
    [
      "incident.create",
      async () => {
        const instants = { startedAt: "2026-01-10T09:00:00Z", resolvedAt: "2026-01-10T10:00:00Z" };
        const fields = { title: "Mail is late", severity: 2 as const, serviceIds: [id("service")] };
        keepKey("incident")(await api.incident.create({ ...fields, ...instants }));
      },
    ],
    ["incident.update", async () => api.incident.update({ ...(await versionOf("incident")), impactText: "All mail" })],
    [
      "incident.changeSeverity",
      async () => api.incident.changeSeverity({ ...(await versionOf("incident")), severity: 1 }),
    ],
    [
      "incident.restrict",
      async () =>
        api.incident.restrict({ ...(await versionOf("incident")), restricted: false, userIds: [], teamIds: [] }),
    ],
    ["incident.cancel", async () => api.incident.cancel({ ...(await versionOf("incident")), reason: "By mistake" })],
    ["incident.restore", async () => api.incident.restore(await versionOf("incident"))],
    ["incident.archive", async () => api.incident.archive(await versionOf("incident"))],
    [
      "timeline.add",
      async () => keepId("event")(await add("09:10", "Deploy of the relay", "deploy_finished")),
      async () => api.incident.restore(await versionOf("incident")),
    ],
    [
      "timeline.update",
      async () => api.timeline.update({ key: id("incident"), ...(await event("event")), title: "Deploy" }),
    ],
    [
      "timeline.setMilestone",
      () => api.timeline.setMilestone({ key: id("incident"), name: "detected", eventId: id("event") }),
    ],
    ["timeline.clearMilestone", () => api.timeline.clearMilestone({ key: id("incident"), name: "detected" })],
    [
      "timeline.refuseMilestone",
      () => api.timeline.refuseMilestone({ key: id("incident"), name: "detected", eventId: id("event") }),
    ],
    [
      "timeline.allowMilestone",
      () => api.timeline.allowMilestone({ key: id("incident"), name: "detected", eventId: id("event") }),
    ],
    ["deadline.send", () => api.deadline.send({ key: id("incident"), deadline: "report" })],
    ["deadline.unsend", () => api.deadline.unsend({ key: id("incident"), deadline: "report" })],
    ["import.create", () => api.import.create({ key: id("incident"), filename: "sign-in.md", content: WRITE_UP })],
    [
      "timeline.revert",
      async () => api.timeline.revert({ key: id("incident"), ...(await event("imported")) }),
      async () => {
        const found = (await events()).find(({ source }) => source.importId !== null);
        keep("imported", found?.id);
        await api.timeline.update({ key: id("incident"), ...(await event("imported")), title: "Sessions are gone" });
      },
    ],
    ["import.undo", async () => api.import.undo(await imports("sign-in.md").then(({ answerId: _, ...one }) => one))],
    ["import.redo", async () => api.import.redo(await imports("sign-in.md").then(({ answerId: _, ...one }) => one))],
    [
      "timeline.answerZone",
      async () =>
        api.timeline.answerZone({
          key: id("incident"),
          importId: (await imports("shift.csv")).id,
          zone: "Europe/Dublin",
        }),
      () =>
        api.import.create({
          ...{ key: id("incident"), filename: "shift.csv" },
          content: "time,title\n2026-01-10 09:20,Queue grows\n2026-01-10 09:21,Pager rings\n",
        }),
    ],
    [
      "timeline.takeBackZone",
      async () => api.timeline.takeBackZone({ key: id("incident"), id: (await imports("shift.csv")).answerId }),
    ],
    ["finding.dismiss", async () => api.finding.dismiss(await finding("action"))],
    ["finding.restore", async () => api.finding.restore(await finding("action"))],
    ["finding.accept", async () => api.finding.accept(await finding("action"))],
    [
      "curate.relate",
      async () =>
        api.curate.relate({
          ...{ key: id("incident"), relation: "merged", lead: await event("one"), below: [await event("two")] },
        }),
      async () => {
        keepId("one")(await add("09:40", "Queue is long"));
        keepId("two")(await add("09:40", "Queue is very long"));
      },
    ],
    ["curate.split", async () => api.curate.split({ key: id("incident"), events: [await event("two")] })],
    [
      "curate.change",
      async () => api.curate.change({ key: id("incident"), events: [await event("one")], set: { pinned: true } }),
    ],
    ["curate.keepApart", () => api.curate.keepApart({ key: id("incident"), eventIds: [id("one"), id("two")] })],
    [
      "curate.acceptSuggestions",
      () => api.curate.acceptSuggestions({ key: id("incident"), atLeast: 0.1 }),
      async () => {
        for (const minute of ["50", "51", "52", "53"]) await add(`09:${minute}`, "Alert: disk is full", "alert_fired");
      },
    ],
    ["curate.setClock", () => api.curate.setClock({ key: id("incident"), sourceType: "csv", offsetMs: 1000 })],
    [
      "curate.clearClock",
      async () => {
        const { items } = await api.curate.clocks({ key: id("incident") });
        return api.curate.clearClock({ key: id("incident"), id: items[0]?.id ?? "" });
      },
    ],
    [
      "evidence.attach",
      async () => {
        const log = { kind: "log" as const, title: "Log", text: "ERROR" };
        keepId("evidence")(await api.evidence.attach({ key: id("incident"), eventId: id("one"), ...log }));
      },
    ],
    [
      "evidence.change",
      () => api.evidence.change({ key: id("incident"), id: id("evidence"), version: 1, title: "Logs" }),
    ],
    [
      "evidence.addNote",
      async () => keepId("note")(await api.evidence.addNote({ key: id("incident"), eventId: id("one"), body: "Seen" })),
    ],
    [
      "evidence.changeNote",
      () => api.evidence.changeNote({ key: id("incident"), id: id("note"), version: 1, body: "x" }),
    ],
    [
      "impact.add",
      async () => {
        const window = { serviceId: id("service"), from: "2026-01-10T09:00:00Z", to: null, weight: 1 };
        keepId("window")(await api.impact.add({ key: id("incident"), ...window, basis: "estimated", reason: "" }));
      },
    ],
    ["impact.change", () => api.impact.change({ key: id("incident"), id: id("window"), version: 1, weight: 0.5 })],
    [
      "impact.keepSeries",
      async () =>
        keepId("series")(
          await api.impact.keepSeries({ key: id("incident"), title: "Errors", text: SERIES, zone: "UTC" }),
        ),
    ],
    [
      "impact.measure",
      () =>
        api.impact.measure({
          ...{ key: id("incident"), id: id("series"), serviceId: id("service") },
          ...{ thresholdPercent: 5, atLeastSeconds: 60 },
        }),
    ],
    [
      "impact.changeSeries",
      () => api.impact.changeSeries({ key: id("incident"), id: id("series"), version: 1, title: "Errors of mail" }),
    ],
    [
      "impact.accept",
      async () => {
        const { proposals } = await api.impact.get({ key: id("incident") });
        return api.impact.accept({ key: id("incident"), proposals: proposals.slice(0, 1).map(({ key }) => key) });
      },
      async () => {
        keepId("began")(await add("09:01", "Mail stops", "impact_started"));
        keepId("ended")(await add("09:59", "Mail is back", "mitigated"));
        await api.timeline.setMilestone({ key: id("incident"), name: "impact_started", eventId: id("began") });
        await api.timeline.setMilestone({ key: id("incident"), name: "mitigated", eventId: id("ended") });
      },
    ],
    ["impact.ruleOut", () => api.impact.ruleOut({ key: id("incident"), eventId: id("event"), ruledOut: true })],
  ];
}
