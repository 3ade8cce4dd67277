import { commentWrites } from "./comment-writes.ts";
import type { WriteDesk, WriteStep } from "./write-desk.ts";

/** A write of every operation on a strategic change, the roadmap and proposals. */
export function changeWrites(desk: WriteDesk): WriteStep[] {
  const { api, id, keep, keepId, keepKey, versionOf } = desk;
  return [
    [
      "strategicChange.create",
      async () => keepKey("change")(await api.strategicChange.create({ title: "Alerts", ownerId: desk.admin.id })),
    ],
    ...commentWrites(desk, "changeComment", "change"),
    [
      "strategicChange.update",
      async () => {
        const measure = { metric: "Pages a week", target: 2, by: "2099-12-31" };
        await api.strategicChange.update({ ...(await versionOf("change")), problem: "None", measure });
      },
    ],
    [
      "strategicChange.transition",
      async () =>
        api.strategicChange.transition({ ...(await versionOf("change")), to: "funded", targetQuarter: "2099-Q1" }),
    ],
    [
      "strategicChange.decideScope",
      async () => {
        const left = { kind: "left_out", reason: "The mobile app", riskById: desk.admin.id } as const;
        const { key } = await api.strategicChange.decideScope({ ...(await versionOf("change")), ...left });
        keep("decision", (await api.strategicChange.decisions({ key })).items[0]?.id);
      },
    ],
    [
      "strategicChange.ask",
      async () => {
        const { key } = await api.strategicChange.create({ title: "Queues", ownerId: desk.other.id });
        const { messageId } = await api.strategicChange.ask({ key, question: "What is in the way?" });
        keepId("askedOwner")({ id: messageId });
        keepId("askedChange")({ id: key });
      },
    ],
    ["strategicChange.unask", () => api.strategicChange.unask({ key: id("askedChange"), messageId: id("askedOwner") })],
    [
      "strategicChange.undoDecision",
      async () => api.strategicChange.undoDecision({ ...(await versionOf("change")), decisionId: id("decision") }),
    ],
    [
      "strategicChange.addMilestone",
      async () => {
        const plannedOn = "2099-03-31";
        const added = { ...(await versionOf("change")), title: "Half of the services", plannedOn };
        keep("milestone", (await api.strategicChange.addMilestone(added)).milestones[0]?.id);
      },
    ],
    [
      "strategicChange.changeMilestone",
      async () =>
        api.strategicChange.changeMilestone({
          ...(await versionOf("change")),
          ...{ milestoneId: id("milestone"), title: "Half of all services" },
        }),
    ],
    [
      "roadmap.schedule",
      async () =>
        api.roadmap.schedule({ ...(await versionOf("change")), startsOn: "2099-01-05", endsOn: "2099-03-30" }),
    ],
    [
      "roadmap.wait",
      async () => api.roadmap.wait({ ...(await versionOf("change")), milestoneIds: [id("awaited")] }),
      async () => {
        const { key } = await api.strategicChange.create({ title: "Queues" });
        const added = { key, version: 1, title: "Half of the queues", plannedOn: "2099-03-31" };
        keep("awaited", (await api.strategicChange.addMilestone(added)).milestones[0]?.id);
      },
    ],
    [
      "roadmap.assess",
      async () => {
        const { key, version } = await versionOf("change");
        const asked = { until: "2099-03-31", ownerId: desk.admin.id };
        await api.roadmap.assess({ key, version, ...asked });
      },
      async () => {
        await desk.prisma.strategicChange.updateMany({ data: { status: "proposed" } });
      },
    ],
    [
      "strategicChange.postponeEffect",
      async () => api.strategicChange.postponeEffect({ ...(await versionOf("change")), until: "2099-06-30" }),
      async () => {
        await desk.prisma.strategicChange.updateMany({ data: { status: "delivered", ownerId: desk.other.id } });
      },
    ],
    [
      "strategicChange.reportHealth",
      async () =>
        api.strategicChange.reportHealth({ ...(await versionOf("change")), health: "on_track", body: "Fine" }),
    ],
    [
      "promotion.setAside",
      async () => {
        const { items } = await api.promotion.list({});
        const marks = items.find(({ condition }) => condition.id === id("condition"))?.marks ?? [];
        await api.promotion.setAside({ id: id("condition"), reason: "The queue moves in May", marks });
      },
      async () => {
        for (const title of ["Alert on age", "Alert on size", "Daily restore", "A second copy"])
          await api.actionItem.create({ title, type: "detect", priority: "P2", factorIds: [id("factor")] });
      },
    ],
    ["promotion.changeRules", async () => api.promotion.changeRules({ ...(await api.promotion.rules({})), fixes: 4 })],
    ["promotion.reopen", () => api.promotion.reopen({ id: id("condition") })],
    ["promotion.accept", () => api.promotion.accept({ id: id("condition") })],
  ];
}
