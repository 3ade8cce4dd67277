import { describe, expect, it } from "vitest";
import type { Factor } from "#lib/contract/factor.ts";
import { plainText } from "#lib/document/text.ts";
import { builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { createActionItem, transitionActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { addEvent, setMilestone } from "#server/incidents/timeline/index.ts";
import { getReview, listStaleDrafts, readText, takeUpTemplate } from "#server/reviews/review/index.ts";
import { createTemplate, getTemplate, publishTemplate, updateTemplate } from "#server/reviews/template/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { createCanonicalFactor } from "./index.ts";
import { conditionWorld } from "./testing/condition-world.ts";

const world = conditionWorld();
const { as, seen } = world;
const ACTION = { type: "prevent", priority: "P2", description: "", doneWhen: "", ownerId: null } as const;
const NONE = { teamId: null, trackerUrl: null, dueDate: null, changeKeys: [] };

const share = (name: string, ...factors: Factor[]) =>
  createCanonicalFactor(as("ada"), { name, factors: factors.map(({ id, version }) => ({ id, version })) });
const act = (title: string, factor: Factor) =>
  createActionItem(as("ada"), {
    ...{ ...ACTION, ...NONE, changeKeys: [], title },
    ...{ incidentKey: factor.incidentKey, reviewKey: factor.reviewKey, factorIds: [factor.id] },
  });
/** Returns the text that regenerating would write into a section, for each person. */
const writes = async (section: string, { reviewKey }: Factor, name: "ada" | "ben" = "ben") =>
  (await listStaleDrafts(as(name), { key: reviewKey })).items.find(({ key }) => key === section)?.after ?? "";

describe("regenerating a review whose factor has a condition", () => {
  it("fills in earlier incidents and their actions, and known work", async () => {
    const earlier = await seen("Dumps failed", { on: "2026-01-10" });
    const own = await seen("Dumps failed again", { on: "2026-03-10", template: "standard" });
    const later = await seen("Dumps failed once more", { on: "2026-05-10" });
    expect(await writes("recurrence", own)).toBe("");
    await share("Failures raise no alarm", earlier, own, later);
    const { key, version } = await act("Alert on dumps", earlier);
    expect(await writes("recurrence", own)).toBe(
      [
        "Earlier incidents with something in common:",
        "- “Dumps failed” on Sat 10 Jan 2026: the same condition (“Failures raise no alarm”)",
        "Their actions on these conditions:",
        "- “Alert on dumps”: proposed",
      ].join("\n"),
    );
    expect(await writes("backlog", own)).toBe("");
    await world.prisma.actionItem.updateMany({
      where: { title: "Alert on dumps" },
      data: { createdAt: new Date("2026-02-01T10:00:00Z") },
    });
    expect(await writes("backlog", own)).toContain("“Alert on dumps”, proposed on Sun 1 Feb 2026");
    await transitionActionItem(as("ada"), { key, version, to: "declined", declineKind: "wont_do", reason: "Too much" });
    expect(await writes("recurrence", own)).toContain("“Alert on dumps”: declined");
  });

  it("leaves out restricted incidents and their actions, even for those who can read them", async () => {
    const secret = await seen("The key leaked", { on: "2026-01-10", restricted: true });
    const open = await seen("The key expired", { on: "2026-01-11" });
    const own = await seen("The key was old", { on: "2026-03-10", template: "standard" });
    await share("Keys are never rotated", secret, open, own);
    await act("Rotate the secret key", secret);
    const shared = await act("Rotate all keys", secret);
    await updateActionItem(as("ada"), { key: shared.key, version: shared.version, factorIds: [open.id, secret.id] });
    const text = await writes("recurrence", own, "ada");
    expect(text).toContain("The key expired");
    expect(text).not.toMatch(/leaked|Rotate/);
    expect(await writes("recurrence", own, "ben")).toBe(text);
  });

  it("adds an incident of the same service with the same class of trigger", async () => {
    const [before, other] = [await seen("A push broke it"), await seen("Nobody knows why", { on: "2026-01-12" })];
    const own = await seen("A push again", { on: "2026-03-10", template: "standard" });
    const service = await world.prisma.service.create({ data: { id: crypto.randomUUID(), name: "Checkout" } });
    for (const { incidentKey } of [before, other, own]) {
      const { id } = await world.prisma.incident.findFirstOrThrow({ where: { number: Number(incidentKey.slice(4)) } });
      await world.prisma.incidentService.create({ data: { incidentId: id, serviceId: service.id } });
      if (incidentKey === other.incidentKey) continue;
      const kind = incidentKey === own.incidentKey ? "deploy_finished" : "deploy_started";
      const deploy = { at: "2026-01-10T08:00:00Z", precision: "minute", kind, title: "Deploy", body: "" } as const;
      const event = await addEvent(as("ada"), { key: incidentKey, ...deploy });
      await setMilestone(as("ada"), {
        key: incidentKey,
        name: "trigger_change",
        eventId: event.id,
        notApplicable: false,
      });
    }
    const text = await writes("recurrence", own);
    expect(text).toContain(
      "“A push broke it” on Sat 10 Jan 2026: the same service (Checkout), again triggered by a deploy",
    );
    expect(text).not.toContain("Nobody knows why");
  });
});

it("taking up a new section fills it from the conditions of the review's factors", async () => {
  const tpm = makeContext(world.prisma, await makeUser(world.prisma, "tpm"));
  const { slug } = await createTemplate(tpm, { name: "Own", from: "standard" });
  const publish = async (isWanted: (section: string) => boolean) => {
    const { version, draft, content } = await getTemplate(tpm, { slug });
    const sections = builtIn("standard").sections.filter(({ key }) => isWanted(key));
    const next = { ...(draft ?? content ?? builtIn("standard")), sections };
    const saved = await updateTemplate(tpm, { slug, version, draft: next });
    await publishTemplate(tpm, { slug, version: saved.version, note: "" });
  };
  await publish((section) => section !== "recurrence");
  const earlier = await seen("Queues filled up", { on: "2026-01-10" });
  const own = await seen("Queues filled up again", { on: "2026-03-10", template: slug });
  await share("Nobody watches the queues", earlier, own);
  await publish(() => true);
  const { documentId, version } = await getReview(tpm, { key: own.reviewKey });
  await takeUpTemplate(tpm, { key: own.reviewKey, version, number: 2, take: ["recurrence"], keep: [] });
  expect(plainText((await readText(tpm, documentId)).json)).toContain("“Nobody watches the queues”");
});
