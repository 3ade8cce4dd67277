import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { Template, templateContract, TemplateContent as ValidContent } from "#lib/contract/template.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import { builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { addEvent, setMilestone } from "#server/incidents/timeline/index.ts";
import {
  generateReview,
  getReview,
  reviewGates,
  unwaiveGate,
  updateReview,
  waiveGate,
} from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createTemplate, getTemplate, listTemplates, publishTemplate, updateTemplate } from "./index.ts";

let database: TestDatabase;
let tpm: UserActor;
let member: UserActor;
let count = 0;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const person = ({ id, name }: UserActor) => ({ id, name });
const trailOf = async (nounId: string) =>
  (await database.prisma.auditEntry.findMany({ where: { nounId }, orderBy: { id: "asc" } })).map(
    ({ action, before, after }) => ({ action, before, after }),
  );

beforeAll(async () => {
  database = await testDatabase();
  tpm = await makeUser(database.prisma, "tpm");
  member = await makeUser(database.prisma, "member");
});
afterAll(() => database.close());

let own: Template;
beforeEach(async () => {
  count += 1;
  own = await createTemplate(as(tpm), { name: `Payments & cards ${count}`, from: "quick" });
});

const draftOf = (change: Partial<TemplateContent>): TemplateContent => ({
  ...builtIn("quick"),
  tasks: own.draft?.tasks ?? [],
  ...change,
});
const edit = (template: Template, change: Partial<TemplateContent>) =>
  updateTemplate(as(tpm), { slug: template.slug, version: template.version, draft: draftOf(change) });
const publish = ({ slug, version }: Template, note = "") => publishTemplate(as(tpm), { slug, version, note });

async function generate(template: string, actor = member) {
  const { key } = await createIncident(as(actor), {
    ...{ title: "Cards fail", severity: 3, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "", restricted: false },
  });
  return generateReview(as(actor), { key, template }, findingRecords);
}

describe("a section that AI may draft", () => {
  const ticked = (key: string, change: object = {}) => ({
    sections: builtIn("quick").sections.map((one) =>
      one.key === key ? { ...one, aiDraft: true as const, ...change } : one,
    ),
  });

  it("is kept in the version, and no other section is one", async () => {
    const { content } = await publish(await edit(own, ticked("impact")));
    expect(content?.sections.filter(({ aiDraft }) => aiDraft).map(({ key }) => key)).toEqual(["impact"]);
    expect(builtIn("quick").sections.some(({ aiDraft }) => aiDraft)).toBe(false);
  });

  it.each([
    ["factors", {}],
    ["luck", {}],
    ["impact", { live: ["factors"] }],
    ["impact", { live: ["learnings"] }],
    ["impact", { key: "surprises" }],
    ["impact", { key: "lessons" }],
  ])("is rejected by the contract and the database: %s with %j", async (key, change) => {
    const { "~orpc": operation } = templateContract.update;
    const input = {
      slug: own.slug,
      version: own.version,
      draft: draftOf(ticked(key, change) as Partial<TemplateContent>),
    };
    const read = await operation.inputSchema?.["~standard"].validate(input);
    expect(read?.issues?.[0]?.message).toMatch(/that only people write/);
    await expect(edit(own, ticked(key, change) as Partial<TemplateContent>)).rejects.toThrow("template_ai_draft");
    const version = { slug: own.slug, number: 9, content: { ...builtIn("quick"), ...ticked(key, change) } };
    await expect(database.prisma.templateVersion.create({ data: version as never })).rejects.toThrow("ai_draft");
  });
});

it("lists the built-in templates in their order, before others", async () => {
  const { items } = await listTemplates(as(member));
  expect(items.slice(0, 4).map(({ slug, builtIn: isBuiltIn, number }) => [slug, isBuiltIn, number])).toEqual([
    ["quick", true, 2],
    ["standard", true, 4],
    ["major", true, 4],
    ["regulator", true, 1],
  ]);
  expect({ ...items[0]?.content, tasks: [] }).toEqual(builtIn("quick"));
});

it("gives a new review the tasks of its built-in template, with people and dates", async () => {
  const { items } = await listTemplates(as(member));
  const builtIns = items.filter((one) => one.builtIn).map(({ content }) => ValidContent.parse(content));
  expect(builtIns.map(({ tasks }) => tasks.length)).toEqual([1, 4, 7, expect.toSatisfy((count) => count > 0)]);
  const { tasks, owner } = await generate("standard");
  expect(tasks.map(({ title, role, after, days }) => [title, role, after, days])).toEqual([
    ["Invite the people who were there", "facilitator", "generated", 2],
    ["Send the draft for comments", "author", "meeting", -2],
    ["Hold the meeting", "facilitator", "meeting", 0],
    ["Agree on owners and dates of the actions", "owner", "meeting", 2],
  ]);
  expect(tasks[0]?.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect([tasks[2]?.dueOn, tasks[3]?.people]).toEqual([null, [owner]]);
});

it("starts as the draft of a copy, and is offered once it is published", async () => {
  expect(Template.parse(own)).toEqual(own);
  expect(own).toMatchObject({
    slug: `payments-cards-${count}`,
    number: null,
    draft: { ...builtIn("quick"), tasks: [{ days: 2 }] },
    versions: [],
  });
  await expect(generate(own.slug)).rejects.toMatchObject({
    code: "invalid",
    details: { fields: [{ message: expect.stringContaining("Choose one of quick, standard, major, regulator") }] },
  });
  const published = await publish(own, "First");
  expect(published).toMatchObject({ number: 1, draft: null, versions: [{ number: 1, note: "First", reviews: 0 }] });
  expect(await generate(own.slug)).toMatchObject({ template: own.slug, templateName: own.name, templateNumber: 1 });
  expect((await getTemplate(as(member), own)).versions).toMatchObject([{ reviews: 1, inWriting: 1 }]);
});

it("publishes versions that never change, and reviews keep the one that they were generated from", async () => {
  const first = await publish(own);
  const review = await generate(own.slug);
  const [header, ...sections] = builtIn("quick").sections;
  if (!header) throw new Error("no header");
  const money = {
    key: "money",
    title: "Money not moved",
    questions: ["How much?"],
    facts: [],
    live: [],
    requiredAt: null,
  };
  const next = await publish(await edit(first, { sections: [header, money, ...sections] }), "Money");
  expect(next.versions.map(({ number }) => number)).toEqual([2, 1]);
  expect((await getReview(as(member), review)).templateSections).toEqual(builtIn("quick").sections);
  expect((await generate(own.slug)).templateSections[1]).toEqual(money);
});

it("requires a section at a status, which can be waived by its own gate", async () => {
  const sections = builtIn("quick").sections.map((section) => ({
    ...section,
    requiredAt: section.key === "luck" ? ("in_review" as const) : null,
  }));
  await publish(await edit(own, { sections }));
  const { key } = await generate(own.slug);
  const gate = async () => (await reviewGates(as(tpm), { key })).gates.find(({ code }) => code === "section:luck");
  expect(await gate()).toMatchObject({ ok: false, detail: "Write “Where luck helped”", waiver: null });
  await waiveGate(as(tpm), { key, gate: "section:luck", reason: "There was none" });
  expect(await gate()).toMatchObject({ ok: false, waiver: { reason: "There was none", by: "tpm" } });
});

it("lets writers leave out the sections for which the template permits it, and no others", async () => {
  const sections = builtIn("quick").sections.map((section) => ({
    ...section,
    ...(section.key === "luck" ? { requiredAt: "in_review" as const, leaveOut: true as const } : {}),
    ...(section.key === "impact" ? { requiredAt: "in_review" as const } : {}),
  }));
  await publish(await edit(own, { sections }));
  const { key } = await generate(own.slug);
  const viewer = await makeUser(database.prisma, "viewer");
  const luck = { key, gate: "section:luck", reason: "There was none" } as const;
  await expect(waiveGate(as(viewer), luck)).rejects.toMatchObject({ code: "forbidden" });
  await expect(waiveGate(as(member), { ...luck, gate: "section:impact" })).rejects.toMatchObject({ code: "forbidden" });
  const { gates } = await waiveGate(as(member), luck);
  expect(gates.find(({ code }) => code === "section:luck")).toMatchObject({
    ...{ ok: false, leaveOut: true },
    waiver: { reason: "There was none", by: member.name },
  });
  expect(gates.find(({ code }) => code === "section:impact")).toMatchObject({ leaveOut: false, waiver: null });
  const other = await makeUser(database.prisma, "member");
  await expect(waiveGate(as(other), luck)).rejects.toMatchObject({ code: "forbidden" });
  await expect(unwaiveGate(as(other), luck)).rejects.toMatchObject({ code: "forbidden" });
  const { gates: theirs } = await reviewGates(as(other), { key });
  expect(theirs.find(({ code }) => code === "section:luck")?.abilities).toEqual({ waive: false });
  const again = await unwaiveGate(as(member), luck);
  expect(again.gates.find(({ code }) => code === "section:luck")).toMatchObject({
    waiver: null,
    abilities: { waive: true },
  });
  await waiveGate(as(tpm), { ...luck, reason: "None" });
  await expect(waiveGate(as(member), luck)).rejects.toMatchObject({ code: "forbidden" });
  await unwaiveGate(as(tpm), luck);
  const { id } = await getReview(as(member), { key });
  expect((await trailOf(id)).slice(-2)).toMatchObject([
    { before: { leftOut: null }, after: { leftOut: "Where luck helped", reason: "None" } },
    { before: { leftOut: "Where luck helped" }, after: { leftOut: null } },
  ]);
  await database.prisma.review.update({ where: { id }, data: { status: "in_review" } });
  await expect(waiveGate(as(member), luck)).rejects.toMatchObject({ code: "forbidden" });
  await waiveGate(as(tpm), luck);
});

it("asks a question once the records say so, and hides it from readers of a published version", async () => {
  const [early, told] = ["Did a customer tell us first?", "Why were customers not told?"];
  const askedIf = [
    { question: early, when: "customers_first" as const },
    { question: told, when: "customers_not_told" as const },
  ];
  const sections = builtIn("quick").sections.map((section) =>
    section.key === "luck" ? { ...section, questions: [early, told], askedIf } : section,
  );
  await publish(await edit(own, { sections }));
  const { key, incident } = await generate(own.slug);
  const luckFor = async (actor: UserActor) =>
    (await getReview(as(actor), { key })).templateSections.find((one) => one.key === "luck");
  const asked = async () => (await luckFor(member))?.questions;
  const add = (kind: "customer_report" | "observation", at: string, precision: Precision = "minute") =>
    addEvent(as(member), { key: incident.key, at, precision, kind, title: "Cards fail", body: "" });
  const detected = await add("observation", "2026-01-10T09:00:30Z", "exact");
  await add("customer_report", "2026-01-10T09:00:00Z");
  await add("customer_report", "2026-01-10T09:30:00Z");
  await add("customer_report", "2026-01-10T09:00:00Z", "hour");
  await add("customer_report", "2026-01-10T08:55:00Z", "approx");
  const mark = (name: MilestoneName, eventId: string | null) =>
    setMilestone(as(member), { key: incident.key, name, eventId, notApplicable: eventId === null });
  await mark("detected", detected.id);
  expect(await asked()).toEqual([told]);
  await mark("first_public_update", null);
  expect(await asked()).toEqual([]);
  await add("customer_report", "2026-01-10T08:59:00Z");
  expect(await asked()).toEqual([early]);
  await database.prisma.timelineEvent.update({ where: { id: detected.id }, data: { precision: "hour" } });
  expect(await asked()).toEqual([]);
  await database.prisma.review.updateMany({
    where: { number: Number(key.slice(4)) },
    data: { status: "published", publishedNumber: 1 },
  });
  expect(await luckFor(await makeUser(database.prisma, "viewer"))).toMatchObject({ questions: [early, told], askedIf });
});

it("gives its tasks the people and days of a review, and leaves open what it doesn't have yet", async () => {
  const tasks: TemplateContent["tasks"] = [
    { title: "Write the draft", who: { role: "owner" }, days: 3, after: "generated" },
    { title: "Invite", who: { role: "facilitator" }, days: -2, after: "meeting" },
    { title: "Share", who: { userId: tpm.id }, days: 0, after: "published" },
  ];
  await publish(await edit(own, { tasks }));
  const { key, version, tasks: given } = await generate(own.slug);
  const today = new Date().toISOString().slice(0, 10);
  expect(given).toMatchObject([
    {
      ...{ title: "Write the draft", role: "owner", days: 3, after: "generated" },
      people: [person(member)],
      dueOn: addDays(today, 3),
    },
    { ...{ title: "Invite", role: "facilitator", days: -2, after: "meeting" }, people: [], dueOn: null },
    { ...{ title: "Share", role: null, days: 0, after: "published" }, people: [person(tpm)], dueOn: null },
  ]);
  const met = await updateReview(as(member), { key, version, meetingOn: "2026-03-05", facilitatorId: tpm.id });
  expect(met.tasks[1]).toMatchObject({ people: [person(tpm)], dueOn: "2026-03-03" });
});

describe("an editor of templates", () => {
  it("is a TPM or an admin", async () => {
    const facilitator = await makeUser(database.prisma, "facilitator");
    const { slug, version } = own;
    for (const actor of [facilitator, member]) {
      const refused = { code: "forbidden" };
      await expect(createTemplate(as(actor), { name: "x", from: "quick" })).rejects.toMatchObject(refused);
      await expect(updateTemplate(as(actor), { slug, version, name: "x" })).rejects.toMatchObject(refused);
      await expect(publishTemplate(as(actor), { slug, version, note: "" })).rejects.toMatchObject(refused);
      expect((await getTemplate(as(actor), { slug })).abilities).toEqual({ manage: false });
    }
    const admin = await makeUser(database.prisma, "admin");
    await expect(updateTemplate(as(admin), { slug, version, name: `x ${count}` })).resolves.toMatchObject({
      version: 2,
    });
  });

  it("sees counts only of reviews that they can read", async () => {
    await publish(own);
    const { incident } = await generate(own.slug);
    await database.prisma.incident.update({
      where: { number: Number(incident.key.slice(4)) },
      data: { restricted: true },
    });
    expect((await getTemplate(as(member), own)).versions).toMatchObject([{ reviews: 1 }]);
    expect((await getTemplate(as(tpm), own)).versions).toMatchObject([{ reviews: 0 }]);
  });
});

describe("a rejected change", () => {
  it("for a built-in template", async () => {
    const refused = { code: "rule", details: { rule: "template_built_in" } };
    await expect(updateTemplate(as(tpm), { slug: "quick", version: 1, name: "x" })).rejects.toMatchObject(refused);
    await expect(publishTemplate(as(tpm), { slug: "quick", version: 1, note: "" })).rejects.toMatchObject(refused);
  });

  it("for a version that is not the newest, with the newer one", async () => {
    await edit(own, { use: "Other" });
    await expect(edit(own, { use: "Mine" })).rejects.toMatchObject({
      code: "conflict",
      details: { current: { version: 2, draft: { use: "Other" } } },
    });
    await expect(publish(own)).rejects.toMatchObject({ code: "conflict" });
  });

  it("for a name that is taken, an unknown source, and a person who doesn't exist", async () => {
    await expect(createTemplate(as(tpm), { name: own.name.toUpperCase(), from: "quick" })).rejects.toMatchObject({
      details: { fields: [{ field: "name" }] },
    });
    await expect(createTemplate(as(tpm), { name: "x", from: "none" })).rejects.toMatchObject({ code: "not_found" });
    const who = { userId: own.id };
    await expect(edit(own, { tasks: [{ title: "Meet", who, days: 1, after: "resolved" }] })).rejects.toMatchObject({
      details: { fields: [{ field: "draft.tasks" }] },
    });
  });

  it("for a version that changes nothing, and for discarding the only content", async () => {
    await expect(updateTemplate(as(tpm), { slug: own.slug, version: own.version, draft: null })).rejects.toMatchObject({
      details: { rule: "template_unpublished" },
    });
    const published = await publish(own);
    const unchanged = { details: { rule: "template_unchanged" } };
    await expect(publish(published)).rejects.toMatchObject(unchanged);
    await expect(publish(await edit(published, {}))).rejects.toMatchObject(unchanged);
  });
});

it("archives and restores: an archived one isn't offered, and its reviews stay", async () => {
  const published = await publish(own);
  const review = await generate(own.slug);
  const { slug, version } = published;
  expect(await updateTemplate(as(tpm), { slug, version, archived: true })).toMatchObject({ archived: true });
  expect((await listTemplates(as(tpm))).items.map((one) => one.slug)).not.toContain(slug);
  expect((await listTemplates(as(tpm), { includeArchived: true })).items.map((one) => one.slug)).toContain(slug);
  await expect(generate(slug)).rejects.toMatchObject({ code: "invalid" });
  expect(await getReview(as(member), review)).toMatchObject({ template: slug });
  await updateTemplate(as(tpm), { slug, version: version + 1, archived: false });
  await expect(generate(slug)).resolves.toMatchObject({ template: slug });
});

it("records what changed, before and after, with only the sections that differ", async () => {
  const published = await publish(own, "First");
  const sections = builtIn("quick").sections.map((section) =>
    section.key === "luck" ? { ...section, title: "Luck" } : section,
  );
  await publish(await edit(published, { sections, factorsNeeded: 3 }));
  const luck = builtIn("quick").sections.find(({ key }) => key === "luck");
  const changed = {
    before: { factorsNeeded: 1, sections: { luck } },
    after: { factorsNeeded: 3, sections: { luck: { ...luck, title: "Luck" } } },
  };
  const trail = await trailOf(own.id);
  expect(trail.map(({ action }) => action)).toEqual([
    ...["template.created", "template.published", "template.updated", "template.published"],
  ]);
  expect(trail[2]).toMatchObject(changed);
  expect(Object.keys(trail[2]?.after ?? {}).sort()).toEqual(["factorsNeeded", "sections"]);
  expect(trail[3]).toMatchObject({ before: { number: 1, ...changed.before }, after: { number: 2, ...changed.after } });
});

it("records nothing and keeps the version if nothing changes, unless the version is stale", async () => {
  const named = await updateTemplate(as(tpm), { slug: own.slug, version: own.version, name: own.name });
  expect(named).toEqual(own);
  const published = await publish(await edit(named, { use: "Other" }));
  const { slug, version } = published;
  expect(await edit(published, { use: "Other" })).toEqual(published);
  expect(await updateTemplate(as(tpm), { slug, version, draft: null, archived: false })).toEqual(published);
  await expect(updateTemplate(as(tpm), { slug, version: version - 1, archived: false })).rejects.toMatchObject({
    ...{ code: "conflict", details: { current: { version } } },
  });
  const back = await edit(await edit(published, { use: "Again" }), { use: "Other" });
  expect(back).toMatchObject({ draft: { use: "Other" }, version: version + 2 });
  expect(await updateTemplate(as(tpm), { slug, version: back.version, draft: null })).toMatchObject({ draft: null });
  expect((await trailOf(own.id)).map(({ action }) => action)).toEqual([
    ...["template.created", "template.updated", "template.published"],
    ...["template.updated", "template.updated", "template.draft_discarded"],
  ]);
});
