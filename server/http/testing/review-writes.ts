import { PIXEL_PNG } from "#server/testing/pixel.ts";
import { changeWrites } from "./change-writes.ts";
import { commentWrites } from "./comment-writes.ts";
import type { WriteDesk, WriteStep } from "./write-desk.ts";

const WAIVER = {
  to: "waived" as const,
  reason: "The queue moves to another host",
  mitigation: "On-call reads the queue by hand",
  until: "2199-01-01",
};

/** A write of every operation on a review, its factors and actions, and its template. */
export function reviewWrites(desk: WriteDesk): WriteStep[] {
  const { api, id, keep, keepId, keepKey, versionOf, generate } = desk;
  const linkOf = async (name: string) => {
    const { items } = await api.factor.list({ key: id("review") });
    const factor = items.find((one) => one.id === id(name));
    return { id: id("condition"), factorId: id(name), factorVersion: factor?.version ?? 0 };
  };
  const relationOf = async () => ({
    ...(await versionOf("action")),
    ...{ relation: "blocks" as const, otherKey: id("other action") },
  });
  return [
    ["review.generate", async () => keepKey("review")(await generate())],
    [
      "review.undoGeneration",
      async () => api.review.undoGeneration(await versionOf("second")),
      async () => keepKey("second")(await generate()),
    ],
    ["review.update", async () => api.review.update({ ...(await versionOf("review")), title: "Late mail" })],
    ["version.create", () => api.version.create({ key: id("review"), name: "After the interviews" })],
    [
      "picture.add",
      async () => {
        const file = new File([PIXEL_PNG], "prompt.png");
        keep("picture", (await api.picture.add({ key: id("review"), file })).id);
      },
    ],
    ["picture.copy", async () => api.picture.copy({ key: (await generate()).key, id: id("picture") })],
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
    [
      "reviewTask.create",
      async () => keepId("task")(await api.reviewTask.create({ key: id("review"), title: "Invite" })),
    ],
    ["reviewTask.update", () => api.reviewTask.update({ key: id("review"), id: id("task"), version: 1, done: true })],
    ["reviewTask.remove", () => api.reviewTask.remove({ key: id("review"), id: id("task"), version: 2 })],
    [
      "assist.configure",
      () => api.assist.configure({ version: 1, enabled: true, url: "https://ai.example.com/v1", model: "small" }),
    ],
    ["assist.ask", async () => keepId("request")(await api.assist.ask({ key: id("review"), kind: "second_look" }))],
    ["assist.cancel", () => api.assist.cancel({ key: id("review"), id: id("request") })],
    [
      "review.approve",
      () => api.review.approve({ key: id("review"), decision: "changes_asked", reason: "Name who was told" }),
      async () => {
        await api.review.update({ ...(await versionOf("review")), approverIds: [desk.admin.id] });
        for (const { code, ok } of (await api.review.gates({ key: id("review") })).gates)
          if (!ok) await api.review.waive({ key: id("review"), gate: code, reason: "None are known" });
        await api.review.transition({ ...(await versionOf("review")), to: "in_review" });
      },
    ],
    ["review.askApprovers", () => api.review.askApprovers({ key: id("review") })],
    ["review.unapprove", () => api.review.unapprove({ key: id("review") })],
    ["review.archive", async () => api.review.archive(await versionOf("review"))],
    ["review.restore", async () => api.review.restore(await versionOf("review"))],
    ...commentWrites(desk, "comment", "review"),
    [
      "factor.create",
      async () => keepId("factor")(await api.factor.create({ key: id("review"), statement: "No alert" })),
    ],
    ["factor.update", () => api.factor.update({ id: id("factor"), version: 1, statement: "No alert on age" })],
    [
      "factorGraph.relate",
      async () => {
        keepId("cause")(await api.factor.create({ key: id("review"), statement: "No test" }));
        await api.factorGraph.relate({
          key: id("review"),
          fromId: id("cause"),
          toId: id("factor"),
          relation: "masked",
        });
      },
    ],
    [
      "factorGraph.unrelate",
      () =>
        api.factorGraph.unrelate({ key: id("review"), fromId: id("cause"), toId: id("factor"), relation: "masked" }),
    ],
    [
      "interview.create",
      async () =>
        keepId("recollection")(
          await api.interview.create({ key: id("review"), theme: "cues", body: "The graph was flat" }),
        ),
    ],
    ["interview.update", () => api.interview.update({ id: id("recollection"), version: 1, body: "It was flat" })],
    ["interview.share", () => api.interview.share({ id: id("recollection"), version: 2, shared: true })],
    [
      "learning.create",
      async () =>
        keepId("learning")(
          await api.learning.create({ key: id("review"), kind: "luck", statement: "A copy was made by hand" }),
        ),
    ],
    ["learning.update", () => api.learning.update({ id: id("learning"), version: 1, kind: "surprise" })],
    [
      "canonicalFactor.create",
      async () => {
        const factors = [{ id: id("factor"), version: 2 }];
        keepId("condition")(await api.canonicalFactor.create({ name: "Unwatched backups", factors }));
      },
    ],
    ["canonicalFactor.rename", () => api.canonicalFactor.rename({ id: id("condition"), version: 1, name: "No alert" })],
    ["canonicalFactor.follow", () => api.canonicalFactor.follow({ id: id("condition"), on: true })],
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
    [
      "actionPart.handOver",
      async () => {
        const to = { ownerId: desk.other.id, reason: "Moved to their team" };
        await api.actionPart.handOver({ ...(await versionOf("action")), ...to });
        await api.actionItem.update({ ...(await versionOf("action")), ownerId: desk.admin.id });
      },
    ],
    ["actionItem.update", async () => api.actionItem.update({ ...(await versionOf("action")), title: "Alert on age" })],
    [
      "actionItem.transition",
      async () => api.actionItem.transition({ ...(await versionOf("action")), to: "accepted" }),
    ],
    [
      "actionItem.changeSeveral",
      async () =>
        api.actionItem.changeSeveral({
          updates: [],
          transitions: [{ ...(await versionOf("action")), to: "in_progress" }],
        }),
    ],
    [
      "actionItem.addEvidence",
      async () => {
        const seen = { kind: "text" as const, text: "Paged after 70 s", method: "Drill" };
        const { evidenceList } = await api.actionItem.addEvidence({ ...(await versionOf("action")), ...seen });
        keepId("evidence")({ id: evidenceList[0]?.id ?? "" });
      },
    ],
    [
      "actionItem.changeEvidence",
      async () =>
        api.actionItem.changeEvidence({ ...(await versionOf("action")), evidenceId: id("evidence"), removed: true }),
    ],
    ...commentWrites(desk, "actionComment", "action"),
    ["actionPart.watch", () => api.actionPart.watch({ key: id("action"), on: true })],
    [
      "actionPart.ask",
      async () => {
        const theirs = { title: "Page", type: "detect", priority: "P2", ownerId: desk.other.id } as const;
        const { key } = await api.actionItem.create(theirs);
        const { asked } = await api.actionPart.ask({ keys: [key], question: "Is its date still right?" });
        keepId("asked")({ id: asked[0]?.messageId ?? "" });
        keepId("askedAbout")({ id: key });
      },
    ],
    ["actionPart.unask", () => api.actionPart.unask({ asks: [{ key: id("askedAbout"), messageId: id("asked") }] })],
    [
      "actionPart.addCheck",
      async () => {
        const { checks } = await api.actionPart.addCheck({ ...(await versionOf("action")), text: "Write the page" });
        keepId("check")({ id: checks[0]?.id ?? "" });
      },
    ],
    [
      "actionPart.changeCheck",
      async () => api.actionPart.changeCheck({ ...(await versionOf("action")), checkId: id("check"), done: true }),
    ],
    [
      "actionPart.relate",
      async () => {
        keepKey("other action")(await api.actionItem.create({ title: "Drill", type: "detect", priority: "P2" }));
        await api.actionPart.relate(await relationOf());
      },
    ],
    ["actionPart.unrelate", async () => api.actionPart.unrelate(await relationOf())],
    [
      "actionRework.split",
      async () => {
        const parts = [{ title: "Write the runbook" }];
        const { history } = await api.actionRework.split({ ...(await versionOf("action")), parts });
        keepKey("part")({ key: history.at(-1)?.others[0]?.key ?? "" });
      },
    ],
    [
      "actionRework.merge",
      async () => {
        const { history } = await api.actionRework.merge({ ...(await versionOf("part")), intoKey: id("action") });
        keepId("merge")({ id: history.findLast(({ undoId }) => undoId !== null)?.undoId ?? "" });
      },
    ],
    ["actionRework.undo", async () => api.actionRework.undo({ ...(await versionOf("part")), reworkId: id("merge") })],
    ["actionRework.move", async () => api.actionRework.move({ ...(await versionOf("part")), to: id("incident") })],
    ["actionRework.convert", async () => api.actionRework.convert(await versionOf("part"))],
    ["actionRework.purge", async () => api.actionRework.purge({ ...(await versionOf("part")), confirm: id("part") })],
    [
      "actionItem.withdrawWaiver",
      async () => api.actionItem.withdrawWaiver(await versionOf("action")),
      async () => api.actionItem.transition({ ...(await versionOf("action")), ...WAIVER }),
    ],
    [
      "actionItem.answerWaiver",
      async () => api.actionItem.answerWaiver({ ...(await versionOf("action")), answer: "approved" }),
      async () => {
        await desk.prisma.actionItem.updateMany({ data: { ownerId: desk.other.id } });
        await api.actionItem.transition({ ...(await versionOf("action")), ...WAIVER });
        await desk.prisma.waiver.updateMany({ data: { askedById: desk.other.id } });
      },
    ],
    [
      "actionPart.askToVerify",
      async () => api.actionPart.askToVerify({ ...(await versionOf("action")), userId: desk.other.id }),
      async () => void (await desk.prisma.actionItem.updateMany({ data: { status: "implemented" } })),
    ],
    [
      "actionPart.keepWanted",
      async () => api.actionPart.keepWanted(await versionOf("action")),
      async () => {
        const asked = { status: "accepted", priority: "P3", wantedAskedAt: new Date("2999-01-01") } as const;
        await desk.prisma.actionItem.updateMany({ data: asked });
      },
    ],
    [
      "actionItem.answerEffect",
      async () =>
        api.actionItem.answerEffect({ ...(await versionOf("action")), answer: "yes", text: "Paged in the drill" }),
      async () => {
        const verified = { status: "verified", verifiedAt: new Date(), implementedById: desk.other.id } as const;
        await desk.prisma.actionItem.updateMany({ data: verified });
      },
    ],
    ["actionItem.undoEffect", async () => api.actionItem.undoEffect(await versionOf("action"))],
    ...changeWrites(desk),
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
  ];
}
