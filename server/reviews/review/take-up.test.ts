import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { plainText } from "#lib/document/text.ts";
import type { TemplateContent, TemplateSection } from "#lib/reviews/template/template.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { runningServerFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { createTemplate, getTemplate, publishTemplate, updateTemplate } from "#server/reviews/template/index.ts";
import { listVersions } from "#server/reviews/version/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { generateReview, getReview, readText, reviewGates, reviewTemplate, takeUpTemplate } from "./index.ts";
import { writeParagraph } from "./testing/quick-review.ts";

const fixture = runningServerFixture();
let tpm: UserActor;
let member: UserActor;
const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);

beforeAll(async () => {
  tpm = await makeUser(fixture.database.prisma, "tpm");
  member = await makeUser(fixture.database.prisma, "member");
});

const section = (key: string, change: Partial<TemplateSection> = {}): TemplateSection => ({
  ...{ key, title: key, questions: ["How?"], facts: [], live: [], requiredAt: null },
  ...change,
});
const FIRST = [section("summary"), section("response"), section("lessons")];
const SECOND = [
  section("summary", { title: "In short", requiredAt: "in_review" }),
  section("money", { questions: ["How much?", "Whose?"] }),
  section("lessons"),
];

let count = 0;
/** A review of a template that has a newer version since. */
async function olderReview() {
  count += 1;
  const { slug } = await createTemplate(as(tpm), { name: `Own ${count}`, from: "quick" });
  const publish = async (sections: TemplateSection[]) => {
    const { version, content, draft } = await getTemplate(as(tpm), { slug });
    const next: TemplateContent = { ...(draft ?? content ?? missing()), sections };
    const saved = await updateTemplate(as(tpm), { slug, version, draft: next });
    await publishTemplate(as(tpm), { slug, version: saved.version, note: "Changed" });
  };
  await publish(FIRST);
  const incident = await createIncident(as(member), {
    ...{ title: "Cards fail", severity: 3, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "", restricted: false },
  });
  const review = await generateReview(as(member), { key: incident.key, template: slug }, findingRecords);
  await publish(SECOND);
  const { key } = review;
  return {
    ...review,
    publish,
    version: async () => (await getReview(as(tpm), { key })).version,
    text: async () => plainText((await readText(as(tpm), review.documentId)).json),
    keys: async () => (await getReview(as(tpm), { key })).templateSections.map((one) => one.key),
    open: async () =>
      (await reviewTemplate(as(tpm), { key })).items.filter((one) => !one.decided).map((one) => one.key),
  };
}
const missing = () => {
  throw new Error("no content");
};

it("shows which sections differ, and changes nothing on its own", async () => {
  const { key, text } = await olderReview();
  expect(await reviewTemplate(as(member), { key })).toMatchObject({
    ...{ number: 1, newest: 2, note: "Changed" },
    items: [
      { key: "summary", before: { title: "summary" }, after: { title: "In short" }, hasText: false, decided: false },
      { key: "money", before: null, after: { title: "money" } },
      { key: "response", before: { title: "response" }, after: null },
    ],
  });
  expect(await text()).not.toContain("money");
});

it("takes up one section at a time, keeps another, and asks again about the rest and after the next version", async () => {
  const { key, publish, version, text, keys, open } = await olderReview();
  await takeUpTemplate(as(tpm), { key, version: await version(), number: 2, take: ["money"], keep: ["response"] });
  expect(await keys()).toEqual(["summary", "money", "response", "lessons"]);
  expect(await text()).toMatch(/summary[\s\S]*money[\s\S]*response/);
  expect(await open()).toEqual(["summary"]);
  await takeUpTemplate(as(tpm), { key, version: await version(), number: 2, take: ["summary"], keep: [] });
  expect(await text()).toMatch(/^In short/);
  const { gates } = await reviewGates(as(tpm), { key });
  expect(gates.find(({ code }) => code === "section:summary")).toMatchObject({ ok: false });
  await publish([section("summary", { title: "Brief" }), section("money", { questions: ["How much?", "Whose?"] })]);
  expect(await open()).toEqual(["summary", "response", "lessons"]);
});

it("never removes what people wrote, and keeps the text before as a version", async () => {
  const { key, documentId, version, text, keys } = await olderReview();
  const client = fixture.open(documentId, fixture.server.addPerson("Author").userId);
  await client.loaded();
  await writeParagraph(client, "We looked at the dashboard.");
  await takeUpTemplate(as(tpm), {
    key,
    version: await version(),
    number: 2,
    take: ["summary", "money", "response"],
    keep: [],
  });
  expect(await keys()).toEqual(["summary", "money", "lessons"]);
  expect(await text()).toContain("We looked at the dashboard.");
  expect(await text()).toContain("response");
  expect((await listVersions(as(tpm), { key, limit: 5 })).items[0]).toMatchObject({ kind: "before_update" });
});

it("records sections that are only kept as kept, not as applied", async () => {
  const { key, id, version } = await olderReview();
  await takeUpTemplate(as(tpm), { key, version: await version(), number: 2, take: [], keep: ["response"] });
  const trail = await fixture.database.prisma.auditEntry.findMany({
    where: { nounId: id, action: { startsWith: "review.template" } },
  });
  expect(trail).toMatchObject([
    { action: "review.template_kept", before: { sections: {} }, after: { number: 2, kept: ["response"] } },
  ]);
});

it("rejects a member, a stale version, an older number, and a section that doesn't differ", async () => {
  const { key, id, version, open } = await olderReview();
  const input = { key, version: await version(), number: 2, take: ["money"], keep: [] };
  await expect(takeUpTemplate(as(member), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(takeUpTemplate(as(tpm), { ...input, number: 1 })).rejects.toMatchObject({
    ...{ code: "conflict", details: { current: { newest: 2 } } },
  });
  await expect(takeUpTemplate(as(tpm), { ...input, take: ["lessons"] })).rejects.toMatchObject({ code: "invalid" });
  await takeUpTemplate(as(tpm), input);
  await expect(takeUpTemplate(as(tpm), { ...input, take: ["summary"] })).rejects.toMatchObject({ code: "conflict" });
  expect(await open()).toEqual(["summary", "response"]);
  const trail = await fixture.database.prisma.auditEntry.findMany({
    where: { nounId: id, action: "review.template_taken_up" },
  });
  expect(trail).toMatchObject([{ before: { sections: { money: null } }, after: { number: 2, kept: [] } }]);
});
