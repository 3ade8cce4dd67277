import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { changeWords } from "#lib/reviews/version/version-words.ts";
import {
  createActionItem,
  getActionItem,
  transitionActionItem,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import { createFactor, updateFactor } from "#server/follow/factor/index.ts";
import {
  createStrategicChange,
  getStrategicChange,
  updateStrategicChange,
} from "#server/follow/strategic-change/index.ts";
import { addWindow, changeWindow } from "#server/incidents/impact/index.ts";
import { changeSeverity, getIncident, restrictIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { addEvent, updateEvent } from "#server/incidents/timeline/index.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { listForum } from "#server/reviews/forum/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { reviewContent, sentText, updateReview } from "./index.ts";
import { writeParagraph } from "./testing/quick-review.ts";
import { reviewedReview } from "./testing/reviewed-review.ts";

const fixture = serverFixture();
let maya: UserActor;
let tove: UserActor;
let vera: UserActor;
const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);

beforeAll(async () => {
  const { prisma } = fixture.database;
  maya = await makeUser(prisma, "member", "Maya");
  tove = await makeUser(prisma, "tpm", "Tove");
  vera = await makeUser(prisma, "viewer", "Vera");
});

const EVENT = { precision: "minute", kind: "alert_fired", body: "" } as const;

/** A published review of an incident with an impact window, whose text cites an event. */
async function published() {
  const review = await reviewedReview(fixture, { author: maya, tpm: tove });
  const { key, incidentKey } = review;
  const service = await fixture.database.prisma.service.create({
    data: { id: randomUUID(), name: `mail-${randomUUID()}` },
  });
  const event = await addEvent(as(maya), {
    ...EVENT,
    ...{ key: incidentKey, at: "2026-01-10T14:00:00Z", title: "Queue deep" },
  });
  const window = await addWindow(as(maya), {
    ...{ key: incidentKey, serviceId: service.id, from: "2026-01-10T14:00:00Z", to: "2026-01-10T15:00:00Z" },
    ...{ weight: 1, basis: "measured", reason: "" },
  });
  const factor = await createFactor(as(maya), {
    ...{ key, statement: "No alarm", detail: "", role: "contributor", status: "hypothesis", domains: [], evidence: [] },
  });
  const client = await review.open();
  const words = new Y.XmlText("It broke ");
  words.insertEmbed(9, { type: "eventChip", attrs: { eventId: event.id } });
  await writeParagraph(client, words);
  await review.publish();
  const incident = () => getIncident(as(maya), { key: incidentKey });
  const page = () => reviewContent(as(vera), { key });
  const post = async () => (await listForum(as(vera), { limit: 50 })).items.find((one) => one.key === key);
  const changes = async () => {
    const publication = (await review.get()).publication;
    expect(publication?.changedSince).toBe(publication?.changes !== null);
    return publication?.changes ? changeWords(publication.changes) : null;
  };
  return { ...review, client, event, window, factor, service, incident, page, post, changes };
}

it("freezes cited events, the strip, severity and services on the page and in the forum", async () => {
  const { key, incidentKey, event, window, service, incident, page, post } = await published();
  const [before, listed] = [await page(), await post()];
  expect(before.facts).toMatchObject({
    ...{ severity: 3, highestSeverity: 3, authors: [{ id: maya.id, name: "Maya" }] },
    events: [{ id: event.id, number: event.number, title: "Queue deep", at: "2026-01-10T14:00:00.000Z" }],
  });
  expect(before.facts?.band).not.toEqual([]);
  await expect(sentText(as(vera), { key })).rejects.toMatchObject({ code: "forbidden" });
  expect(listed).toMatchObject({ authors: [{ id: maya.id, name: "Maya" }], incident: { severity: 3 } });
  await updateEvent(as(maya), {
    ...{ key: incidentKey, id: event.id, version: event.version },
    ...{ title: "Queue broken", at: "2026-01-10T14:05:00Z" },
  });
  await changeWindow(as(maya), { key: incidentKey, id: window.id, version: window.version, removed: true });
  const { version } = await changeSeverity(as(maya), {
    ...{ key: incidentKey, version: (await incident()).version, severity: 1, reason: "Worse" },
  });
  await updateIncident(as(maya), { key: incidentKey, version, serviceIds: [service.id] });
  expect(await page()).toEqual(before);
  expect(await post()).toEqual(listed);
});

it("shows writers in words what has changed since, by the rule that freezes it", async () => {
  const { key, incidentKey, event, window, client, factor, incident, get, publish, changes } = await published();
  expect(await changes()).toBe(null);
  await updateEvent(as(maya), { key: incidentKey, id: event.id, version: event.version, title: "Queue broken" });
  expect(await changes()).toBe("Records changed: Timeline.");
  await changeWindow(as(maya), { key: incidentKey, id: window.id, version: window.version, weight: 0.3 });
  expect(await changes()).toBe("Records changed: Impact and Timeline.");
  await updateIncident(as(maya), {
    ...{ key: incidentKey, version: (await incident()).version, impactText: "Nobody could log in." },
  });
  await publish("Counted again");
  expect(await changes()).toBe(null);
  await updateReview(as(maya), { key, version: (await get()).version, title: "Uploads failed" });
  expect(await changes()).toBe("The title is now “Uploads failed”.");
  await publish("A better title");
  const words = new Y.XmlText("loud");
  await writeParagraph(client, words);
  await publish("Louder");
  words.format(0, 4, { bold: {} });
  await client.saved();
  expect(await changes()).toMatch(/: 1 changed\.$/);
  await publish("Bold");
  const change = await createStrategicChange(as(maya), {
    ...{ title: "Prove every backup", problem: "", expectedEffect: "", targetQuarter: null, ownerId: null },
    ...{ sponsorId: null, teamId: null, factorIds: [factor.id], actionKeys: [] },
  });
  expect(await changes()).toBe("Records changed: Contributing factors and Strategic changes.");
  await publish("A change");
  await updateStrategicChange(as(maya), { key: change.key, version: change.version, title: "Prove each backup" });
  expect(await changes()).toBe(null);
});

it("counts neither the current state of actions as a change, nor the order in which they were added", async () => {
  const { id, key, factor, changes, publish, write, file } = await published();
  const propose = (title: string) =>
    createActionItem(as(maya), {
      ...{ title, type: "prevent", priority: "P2", description: "", doneWhen: "", ownerId: maya.id, teamId: null },
      ...{ trackerUrl: null, factorIds: [factor.id], changeKeys: [], reviewKey: key, dueDate: null },
    });
  const [one, two] = [await propose("Add an alarm"), await propose("Test it")];
  expect(await changes()).toBe("Records changed: Contributing factors.");
  const number = Number(two.key.slice(4)) + 1000;
  const { actionItem } = fixture.database.prisma;
  await actionItem.update({ where: { id: one.id }, data: { number } });
  // The database returns the row that was changed last at the end.
  await actionItem.update({ where: { id: two.id }, data: { description: "Changed" } });
  expect(await file(maya)).toContain(`Addressed by ${two.key}, ACT-${number}.`);
  await publish("Two actions");
  const [version] = await fixture.database.prisma.$queryRaw<{ blocks: string }[]>`
    SELECT blocks::text FROM review_version WHERE review_id = ${id}::uuid ORDER BY number DESC LIMIT 1`;
  const older = version?.blocks.replace(`${two.key}, ACT-${number}`, `ACT-${number}, ${two.key}`);
  expect(older).not.toBe(version?.blocks);
  await fixture.database.prisma.$executeRaw`
    UPDATE review_version SET blocks = ${older}::jsonb WHERE review_id = ${id}::uuid`;
  await transitionActionItem(as(maya), { key: two.key, version: two.version, to: "accepted" });
  expect(await changes()).toBe(null);
  await write("Retries made it worse.");
  expect(await changes()).toMatch(/: 1 added\.$/);
});

it("states factors on pages of actions and changes as they were published, to those who can't read the draft", async () => {
  const { key, factor, publish } = await published();
  const action = await createActionItem(as(maya), {
    ...{ title: "Add it", type: "prevent", priority: "P2", description: "", doneWhen: "", ownerId: null, teamId: null },
    ...{ trackerUrl: null, factorIds: [factor.id], changeKeys: [], reviewKey: key, dueDate: null },
  });
  const draft = await createFactor(as(maya), {
    ...{ key, statement: "Okapi", detail: "", role: "contributor", status: "hypothesis", domains: [], evidence: [] },
  });
  await updateFactor(as(maya), { id: factor.id, version: factor.version, statement: "No okapi alarm" });
  const change = await createStrategicChange(as(maya), {
    ...{ title: "Alarms", problem: "", expectedEffect: "", targetQuarter: null, ownerId: null },
    ...{ sponsorId: null, teamId: null, factorIds: [factor.id, draft.id], actionKeys: [] },
  });
  const stated = async (actor: UserActor) => [
    ...(await getActionItem(as(actor), action)).factors,
    ...(await getStrategicChange(as(actor), change)).factors,
  ];
  const words = async (actor: UserActor) => (await stated(actor)).map(({ statement }) => statement);
  expect(await words(vera)).toEqual(["No alarm", "No alarm"]);
  expect(await words(maya)).toEqual(["No okapi alarm", "No okapi alarm", "Okapi"]);
  await publish("Okapis");
  expect(await words(vera)).toEqual(await words(maya));
});

it("keeps links to factors of the draft when someone who can't read it sets the others", async () => {
  const { key, incidentKey, factor, get, incident } = await published();
  const guest = await makeUser(fixture.database.prisma, "member", "Guest");
  const draft = await createFactor(as(maya), {
    ...{ key, statement: "Okapi", detail: "", role: "contributor", status: "hypothesis", domains: [], evidence: [] },
  });
  const factorIds = [factor.id, draft.id];
  const action = await createActionItem(as(maya), {
    ...{ title: "Add it", type: "prevent", priority: "P2", description: "", doneWhen: "", teamId: null },
    ...{ ownerId: guest.id, trackerUrl: null, factorIds, changeKeys: [], reviewKey: key, dueDate: null },
  });
  const change = await createStrategicChange(as(maya), {
    ...{ title: "Alarms", problem: "", expectedEffect: "", targetQuarter: null, ownerId: guest.id },
    ...{ sponsorId: null, teamId: null, factorIds, actionKeys: [] },
  });
  await updateReview(as(maya), { key, version: (await get()).version, readerIds: [guest.id] });
  await restrictIncident(as(maya), {
    ...{ key: incidentKey, version: (await incident()).version, restricted: true, userIds: [], teamIds: [] },
  });
  const linked = async (actor: UserActor) => [
    ...(await getActionItem(as(actor), action)).factors,
    ...(await getStrategicChange(as(actor), change)).factors,
  ];
  expect((await linked(guest)).map(({ statement }) => statement)).toEqual(["No alarm", "No alarm"]);
  for (const kept of [[factor.id], [factor.id, draft.id], []]) {
    const { version } = await getActionItem(as(guest), action);
    await updateActionItem(as(guest), { key: action.key, version, factorIds: kept });
    const now = await getStrategicChange(as(guest), change);
    await updateStrategicChange(as(guest), { key: change.key, version: now.version, factorIds: kept });
    const expected = [factor.id, draft.id].filter((id) => id === draft.id || kept.includes(id));
    expect((await linked(maya)).map(({ id }) => id)).toEqual([...expected, ...expected]);
  }
});

it("shows of an older version only what was kept with it", async () => {
  const { id, event, page, get } = await published();
  await fixture.database.prisma.$executeRaw`UPDATE review_version SET facts = NULL WHERE review_id = ${id}::uuid`;
  expect((await page()).facts).toMatchObject({
    ...{ severity: 3, band: null, authors: [{ id: null, name: "Maya" }] },
    events: [{ id: event.id, title: "Queue deep" }],
  });
  expect((await get()).publication).toMatchObject({ changedSince: false });
  await fixture.database.prisma.$executeRaw`UPDATE review_version SET blocks = NULL WHERE review_id = ${id}::uuid`;
  expect(await page()).toMatchObject({ blocks: null, facts: null });
});
