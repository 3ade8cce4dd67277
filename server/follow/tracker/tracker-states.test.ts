import { expect, it } from "vitest";
import { transitionActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import * as tracker from "./index.ts";
import {
  admin,
  as,
  change,
  connect,
  database,
  github,
  linked,
  linkOf,
  look,
  mia,
  newAction,
  openDesk,
  read,
  sync,
  tpm,
  viv,
} from "./testing/tracker-desk.ts";

openDesk();

it("moves an action to To verify when its issue is closed, never to Verified, with the person there as implementer", async () => {
  const { connection, key, number } = await linked();
  github.edit(number, { state: "closed", stateReason: "completed", assignees: [2] });
  await look(connection.id);
  const action = await read(key);
  expect([action.status, action.implementedBy?.name]).toEqual(["implemented", "Mia"]);
  expect(action.evidenceList[0]).toMatchObject({
    kind: "link",
    method: `Closed as completed: ${github.project}#${number}`,
  });
  await look(connection.id);
  expect([(await read(key)).status, github.issues.get(number)?.state]).toEqual(["implemented", "closed"]);
});

it("moves the state in its own name if the person assigned there has no right to, and never counts them as a verifier", async () => {
  const { connection, key, number } = await linked();
  await change(key, { priority: "P1" });
  await tracker.setTrackerPerson(as(admin), { id: connection.id, remoteId: "3", personId: viv?.id ?? null });
  github.edit(number, { state: "closed", stateReason: "completed", assignees: [3] });
  await look(connection.id);
  const action = await read(key);
  expect([action.status, action.implementedBy?.name, action.verifiedBy]).toEqual(["implemented", "Viv", null]);
  expect(action.history.find(({ kind, to }) => kind === "status" && to === "implemented")).toMatchObject({
    by: null,
    reason: `Closed at ${github.project}#${number}, where Viv is assigned`,
  });
  expect((await linkOf(key)).conflicts.filter(({ field }) => field === "status")).toEqual([]);
  for (const who of [mia, viv])
    await expect(transitionActionItem(as(who), { key, version: action.version, to: "verified" })).rejects.toThrow();
});

it("moves an action to To verify when it is linked to an issue that was closed before, and asks about one not planned", async () => {
  const connection = await connect();
  const linkClosed = async (stateReason: "completed" | "not_planned") => {
    const issue = github.add(`Closed as ${stateReason}`);
    github.edit(issue.number, { state: "closed", stateReason });
    const { key } = await newAction("Lock the table");
    const { found } = await tracker.findIssue(as(mia), { key, text: `#${issue.number}` });
    const at = { key, trackerId: connection.id, remoteId: found?.remoteId ?? "", dueDate: "here" as const };
    await tracker.linkIssue(as(mia), at);
    await sync();
    return { key, brings: found?.brings };
  };
  const done = await linkClosed("completed");
  expect([done.brings, (await read(done.key)).status]).toEqual(["to_verify", "implemented"]);
  expect((await read(done.key)).evidenceList[0]).toMatchObject({ kind: "link", method: /^Closed as completed/ });
  const dropped = await linkClosed("not_planned");
  expect([dropped.brings, (await read(dropped.key)).status]).toEqual(["asks_owner", "accepted"]);
  expect(
    await database.prisma.notification.count({ where: { subject: `Decline it? ${dropped.key} Lock the table` } }),
  ).toBe(1);
  expect(github.writes.filter((one) => JSON.stringify(one).includes("state"))).toEqual([]);
});

it("asks the owner when an issue is closed as not planned, and changes nothing", async () => {
  const { connection, key, number } = await linked();
  github.edit(number, { state: "closed", stateReason: "not_planned" });
  await look(connection.id);
  expect((await read(key)).status).toBe("accepted");
  const told = await database.prisma.notification.findMany({
    where: { userId: mia?.id ?? "" },
    orderBy: { createdAt: "desc" },
  });
  expect(told[0]).toMatchObject({ kind: "action_item.decline_asked", subject: `Decline it? ${key} Lock the table` });
});

it("shows the rule that rejects a state from there, and leaves the state", async () => {
  const { connection, key, number } = await linked();
  await change(key, { title: "Mine" });
  github.edit(number, { state: "closed", stateReason: "completed" });
  const { version } = await read(key);
  await transitionActionItem(as(mia), { key, version, to: "proposed" });
  await look(connection.id);
  expect((await read(key)).status).toBe("proposed");
  expect((await linkOf(key)).conflicts[0]).toMatchObject({ field: "status", why: /cannot become To verify/ });
});

it.each([
  ["the person assigned there", [2], "Mia"],
  ["no one, if nobody there is known", [3], undefined],
])("names %s as the implementer when another person settles the state", async (_, assignees, name) => {
  const { connection, key, number } = await linked();
  await change(key, { priority: "P1" });
  github.edit(number, { state: "closed", stateReason: "completed", assignees });
  await transitionActionItem(as(tpm), { key, version: (await read(key)).version, to: "proposed" });
  await look(connection.id);
  await transitionActionItem(as(tpm), { key, version: (await read(key)).version, to: "accepted" });
  await updateActionItem(as(tpm), { key, version: (await read(key)).version, ownerId: tpm?.id ?? null });
  const { id: issueId, version } = await linkOf(key);
  await tracker.settleIssue(as(admin), { key, issueId, version, field: "status", keep: "there" });
  const action = await read(key);
  expect([action.status, action.implementedBy?.name]).toEqual(["implemented", name]);
  const verifyAs = (who: typeof mia) =>
    transitionActionItem(as(who), { key, version: action.version, to: "verified" }).then(({ status }) => status);
  await expect(verifyAs(tpm), "its owner").rejects.toMatchObject({ details: { rule: "second_person_needed" } });
  if (name === undefined) return;
  await expect(verifyAs(mia)).rejects.toMatchObject({ details: { rule: "second_person_needed" } });
  expect(await verifyAs(admin)).toBe("verified");
});

it("follows the states of an admin's table in both directions, and rejects one with a gap", async () => {
  const { connection, key, number } = await linked();
  const { mapping } = connection;
  const save = async (more: Partial<typeof mapping>) => {
    const { version } = await tracker.getTracker(as(admin), { id: connection.id });
    return tracker.updateTracker(as(admin), { id: connection.id, version, mapping: { ...mapping, ...more } });
  };
  await expect(save({ inProgressLabel: null })).rejects.toMatchObject({
    details: { fields: [{ field: "mapping", message: expect.stringMatching(/no state for work in progress/) }] },
  });
  await save({
    startedLabels: ["review"],
    statesHere: { ...mapping.statesHere, completed: null },
    statesThere: { ...mapping.statesThere, implemented: "completed" },
  });
  github.edit(number, { labels: ["Review"] });
  await look(connection.id);
  expect((await read(key)).status).toBe("in_progress");
  const version = async () => (await read(key)).version;
  const evidence = "https://example.com/drill";
  await transitionActionItem(as(mia), {
    key,
    version: await version(),
    to: "implemented",
    evidence,
    method: "A drill",
  });
  await sync();
  expect(github.issues.get(number)).toMatchObject({ state: "closed" });
  await look(connection.id);
  expect((await read(key)).status).toBe("implemented");
});
