import { afterAll, describe, expect, it } from "vitest";
import { contract } from "#lib/contract/index.ts";
import { closeWorkers } from "#server/base/worker/index.ts";
import { PIXEL_PNG } from "#server/testing/pixel.ts";
import { ACCESS, UNRECORDED, UNSHOWN } from "../testing/unrecorded-writes.ts";
import type { OperationName } from "../testing/who-may.ts";
import { PASSWORD, writeDesk } from "../testing/write-desk.ts";

const desk = writeDesk();
afterAll(closeWorkers);
const { api, id, keep, keepId, keepKey, versionOf, events, event, add, finding, imports, waiting, rule } = desk;
const { integration, generate, newSession, deliver } = desk;

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

const secretOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

const linkOf = async (name: string) => {
  const { items } = await api.factor.list({ key: id("review") });
  const factor = items.find((one) => one.id === id(name));
  return { id: id("condition"), factorId: id(name), factorVersion: factor?.version ?? 0 };
};

/** One write of every operation, in an order in which each can succeed; what it needs beside others is made before. */
const STORY: [OperationName, () => Promise<unknown>, (() => Promise<unknown>)?][] = [
  ["me.update", () => api.me.update({ timeZone: "Europe/Dublin" })],
  ["me.changePassword", () => api.me.changePassword({ current: PASSWORD, next: "a newer long password" })],
  ["me.endSession", () => api.me.endSession({ id: id("session") }), async () => keepId("session")(await newSession())],
  ["me.signOutEverywhere", () => api.me.signOutEverywhere(), newSession],
  ["token.create", async () => keepId("token")(await api.token.create({ name: "CI", scopes: ["read"] }))],
  ["token.revoke", () => api.token.revoke({ id: id("token") })],
  ["member.update", () => api.member.update({ id: desk.other.id, version: 1, name: "Benjamin" })],
  ["member.resetLink", async () => keep("reset", secretOf((await api.member.resetLink({ id: desk.other.id })).url))],
  ["entry.resetPassword", () => api.entry.resetPassword({ token: id("reset"), password: "quite another long one" })],
  [
    "member.invite",
    async () => keep("invited", secretOf((await api.member.invite({ email: "cy@example.com", role: "member" })).url)),
  ],
  [
    "entry.acceptInvitation",
    () => api.entry.acceptInvitation({ token: id("invited"), name: "Cy", password: "one more long password" }),
  ],
  [
    "member.revokeInvitation",
    () => api.member.revokeInvitation({ id: id("invitation") }),
    async () => keepId("invitation")(await api.member.invite({ email: "dee@example.com", role: "member" })),
  ],
  ["team.create", async () => keepId("team")(await api.team.create({ name: "Post", memberIds: [desk.other.id] }))],
  ["team.update", () => api.team.update({ id: id("team"), version: 1, name: "Post office" })],
  ["service.create", async () => keepId("service")(await api.service.create({ name: "Mail", availabilityTarget: 99 }))],
  ["service.propose", () => api.service.propose({ name: "Search" })],
  ["service.update", () => api.service.update({ id: id("service"), version: 1, name: "Mail relay" })],
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
  ["review.generate", async () => keepKey("review")(await generate())],
  [
    "review.undoGeneration",
    async () => api.review.undoGeneration(await versionOf("second")),
    async () => keepKey("second")(await generate()),
  ],
  ["review.update", async () => api.review.update({ ...(await versionOf("review")), title: "Late mail" })],
  ["version.create", () => api.version.create({ key: id("review"), name: "After the interviews" })],
  ["picture.add", () => api.picture.add({ key: id("review"), file: new File([PIXEL_PNG], "prompt.png") })],
  ["writeUp.create", () => api.writeUp.create({ content: "# Slow mail\n\nIt was late." })],
  ["review.waive", () => api.review.waive({ key: id("review"), gate: "milestones_set", reason: "None are known" })],
  ["review.unwaive", () => api.review.unwaive({ key: id("review"), gate: "milestones_set" })],
  ["template.create", async () => keep("template", (await api.template.create({ name: "Own" })).slug)],
  ["template.update", () => api.template.update({ slug: id("template"), version: 1, name: "Ours" })],
  ["template.publish", () => api.template.publish({ slug: id("template"), version: 2 })],
  [
    "review.takeUpTemplate",
    async () => {
      const slug = id("template");
      const { key } = await api.review.generate({ key: id("incident"), template: slug });
      const { version, content } = await api.template.get({ slug });
      if (!content) throw new Error("the template isn't published");
      const draft = { ...content, sections: content.sections.map((one) => ({ ...one, title: `Our ${one.title}` })) };
      await api.template.publish({ slug, version: (await api.template.update({ slug, version, draft })).version });
      await api.review.takeUpTemplate({ ...(await versionOf("templated", key)), number: 2, take: ["luck"] });
    },
  ],
  ["review.archive", async () => api.review.archive(await versionOf("review"))],
  ["review.restore", async () => api.review.restore(await versionOf("review"))],
  [
    "comment.start",
    async () => {
      const thread = await api.comment.start({ key: id("review"), quote: "late", body: "How late?" });
      keepId("thread")(thread);
      keep("comment", thread.comments[0]?.id);
    },
  ],
  ["comment.reply", () => api.comment.reply({ key: id("review"), id: id("thread"), body: "An hour" })],
  ["comment.edit", () => api.comment.edit({ key: id("review"), id: id("comment"), body: "How late was it?" })],
  ["comment.react", () => api.comment.react({ key: id("review"), id: id("comment"), kind: "agree", on: true })],
  [
    "comment.assign",
    () => api.comment.assign({ key: id("review"), id: id("thread"), version: 2, assigneeId: desk.admin.id }),
  ],
  ["comment.finish", () => api.comment.finish({ key: id("review"), id: id("thread"), version: 3, done: true })],
  ["comment.resolve", () => api.comment.resolve({ key: id("review"), id: id("thread"), version: 4, resolved: true })],
  [
    "factor.create",
    async () => keepId("factor")(await api.factor.create({ key: id("review"), statement: "No alert" })),
  ],
  ["factor.update", () => api.factor.update({ id: id("factor"), version: 1, statement: "No alert on age" })],
  [
    "canonicalFactor.create",
    async () => {
      const factors = [{ id: id("factor"), version: 2 }];
      keepId("condition")(await api.canonicalFactor.create({ name: "Unwatched backups", factors }));
    },
  ],
  ["canonicalFactor.rename", () => api.canonicalFactor.rename({ id: id("condition"), version: 1, name: "No alert" })],
  [
    "canonicalFactor.split",
    async () => {
      const split = { id: id("condition"), version: 2, name: "No owner", factorIds: [id("other factor")] };
      keepId("other condition")(await api.canonicalFactor.split(split));
    },
    async () => {
      keepId("other factor")(await api.factor.create({ key: id("review"), statement: "No owner" }));
      await api.canonicalFactor.link({ id: id("condition"), factorId: id("other factor"), factorVersion: 1 });
    },
  ],
  [
    "canonicalFactor.merge",
    () =>
      api.canonicalFactor.merge({
        ...{ id: id("condition"), version: 3, otherId: id("other condition"), otherVersion: 1 },
      }),
  ],
  [
    "canonicalFactor.undoMerge",
    () => api.canonicalFactor.undoMerge({ id: id("condition"), version: 4, otherId: id("other condition") }),
  ],
  ["canonicalFactor.unlink", async () => api.canonicalFactor.unlink(await linkOf("factor"))],
  ["canonicalFactor.link", async () => api.canonicalFactor.link(await linkOf("factor"))],
  [
    "actionItem.create",
    async () =>
      keepKey("action")(
        await api.actionItem.create({ title: "Alert", type: "detect", priority: "P2", ownerId: desk.admin.id }),
      ),
  ],
  ["actionItem.update", async () => api.actionItem.update({ ...(await versionOf("action")), title: "Alert on age" })],
  ["actionItem.transition", async () => api.actionItem.transition({ ...(await versionOf("action")), to: "accepted" })],
  [
    "strategicChange.create",
    async () => keepKey("change")(await api.strategicChange.create({ title: "Alerts", ownerId: desk.admin.id })),
  ],
  [
    "strategicChange.update",
    async () => api.strategicChange.update({ ...(await versionOf("change")), problem: "None" }),
  ],
  [
    "strategicChange.transition",
    async () => api.strategicChange.transition({ ...(await versionOf("change")), to: "funded" }),
  ],
  [
    "strategicChange.reportHealth",
    async () => api.strategicChange.reportHealth({ ...(await versionOf("change")), health: "on_track", body: "Fine" }),
  ],
  [
    "review.publish",
    () => api.review.publish({ key: id("reviewed"), version: 1 }),
    async () => {
      keepKey("reviewed")(await generate());
      for (const to of ["in_review", "reviewed"] as const) {
        for (const { code, ok } of (await api.review.gates({ key: id("reviewed") })).gates)
          if (!ok) await api.review.waive({ key: id("reviewed"), gate: code, reason: "None are known" });
        await api.review.transition({ ...(await versionOf("reviewed")), to });
      }
    },
  ],
  [
    "review.transition",
    async () => api.review.transition({ ...(await versionOf("review")), to: "cancelled", reason: "x" }),
  ],
  [
    "integration.create",
    async () =>
      keepId("integration")((await api.integration.create({ source: "alertmanager", name: "x" })).integration),
  ],
  ["integration.update", async () => api.integration.update({ ...(await integration()), name: "production" })],
  ["integration.rotateSecret", () => api.integration.rotateSecret({ id: id("integration") })],
  [
    "integration.endSecret",
    async () => {
      const { secrets } = await api.integration.get({ id: id("integration") });
      return api.integration.endSecret({ id: id("integration"), secretId: secrets.at(-1)?.id ?? "" });
    },
  ],
  [
    "integration.sendTest",
    () => api.integration.sendTest({ id: id("integration") }),
    () => api.integration.rotateSecret({ id: id("integration") }),
  ],
  [
    "integration.processAgain",
    () => api.integration.processAgain({ id: id("integration"), deliveryId: id("delivery") }),
    deliver,
  ],
  ["incoming.dismiss", async () => api.incoming.dismiss({ events: await waiting("waiting") })],
  ["incoming.restore", async () => api.incoming.restore({ events: await waiting("dismissed") })],
  ["incoming.attach", async () => api.incoming.attach({ key: id("incident"), events: await waiting("waiting") })],
  ["incoming.detach", async () => api.incoming.detach({ events: await waiting("attached") })],
  [
    "routing.create",
    async () =>
      keepId("rule")(
        (await api.routing.create({ integrationId: id("integration"), outcome: "wait", apply: false })).rule,
      ),
  ],
  ["routing.update", async () => api.routing.update({ ...(await rule()), enabled: false, apply: false })],
  ["routing.move", async () => api.routing.move({ ...(await rule()), position: 1 })],
  ["routing.remove", () => api.routing.remove({ integrationId: id("integration"), id: id("rule") })],
  ["routing.restore", () => api.routing.restore({ integrationId: id("integration"), id: id("rule") })],
  ["demo.remove", () => api.demo.remove()],
];

const WRITES = Object.entries(contract).flatMap(([noun, operations]) =>
  Object.entries(operations).flatMap(([name, operation]) => {
    const { method } = (operation as { "~orpc": { route: { method?: string } } })["~orpc"].route;
    return method === "GET" ? [] : [`${noun}.${name}` as OperationName];
  }),
);

describe("every operation that writes", () => {
  it("has a step here, or a reason why it leaves nothing", () => {
    const known = [...STORY.map(([name]) => name), ...(Object.keys(UNRECORDED) as OperationName[])];
    expect(known.sort(), "add the operation to STORY").toEqual(WRITES.sort());
  });

  it.each(STORY)("leaves its user in the audit log, and tells open screens: %s", async (name, run, prepare) => {
    await prepare?.();
    const { prisma } = desk;
    const [entries, told] = [await prisma.auditEntry.count(), { where: { topic: "record.changed" } }];
    const heard = await prisma.outboxEvent.count(told);
    const access = { where: { topic: "access.changed" } };
    const checked = await prisma.outboxEvent.count(access);
    await run();
    expect(await prisma.auditEntry.count(), "entries of the audit").toBeGreaterThan(entries);
    if (name in UNSHOWN) expect(await prisma.outboxEvent.count(told), UNSHOWN[name]).toBe(heard);
    else expect(await prisma.outboxEvent.count(told), "events for open screens").toBeGreaterThan(heard);
    if (ACCESS.has(name)) expect(await prisma.outboxEvent.count(access), "checks of access").toBeGreaterThan(checked);
  });
});
