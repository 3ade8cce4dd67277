import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { readConfig } from "#server/base/process/config.ts";
import {
  createActionItem,
  getActionItem,
  transitionActionItem,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import * as tracker from "./index.ts";
import type { LocalIssue } from "./testing/local-vendor.ts";
import { VENDORS } from "./testing/vendors.ts";

let database: TestDatabase;
let [admin, tess, mia, tom]: UserActor[] = [];
const as = (actor: UserActor | undefined) => makeContext(database.prisma, actor as UserActor);
const job = () => makeContext(database.prisma, { kind: "system", label: "job" });

beforeAll(async () => {
  Object.assign(globalThis, { afterwordConfig: readConfig({ AFTERWORD_PRIVATE_HOSTS: "127.0.0.1" }) });
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin", "Ada");
  tess = await makeUser(database.prisma, "tpm", "Tess");
  mia = await makeUser(database.prisma, "member", "Mia");
  tom = await makeUser(database.prisma, "member", "Tom");
});
afterAll(() => database.close());

const TITLES = ["Lock the table", "Lock all tables", "Test the lock"];
const DATES = ["2027-02-08", "2027-02-17", "2027-02-22"];
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant("here" as const),
      field: fc.constantFrom("title", "dueDate", "ownerId", "status"),
      at: fc.nat(2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant("there" as const),
      field: fc.constantFrom("title", "due", "assignee", "state"),
      at: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constantFrom("hook" as const, "poll" as const, "two workers" as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant("fault" as const),
      status: fc.constantFrom(429, 502),
      isDone: fc.boolean(),
    }),
  },
);

it.each(VENDORS)("an action and its issue in $name agree after any interleaving, and rest then", async (vendor) => {
  const local = await vendor.start();
  const { world, faults } = local;
  const connected = await tracker.createTracker(as(admin), {
    ...{ vendor: vendor.vendor, baseUrl: local.origin, account: vendor.account, token: world.token },
    ...{ name: vendor.name, targets: [vendor.project], teamIds: [] },
  });
  const { id } = connected;
  const { secret } = await tracker.renewHookSecret(as(admin), { id, version: connected.version });
  const people = [mia, tom].map((one, at) => ({ personId: one?.id ?? "", remoteId: world.people[at]?.id ?? "" }));
  for (const one of people) await tracker.setTrackerPerson(as(admin), { id, ...one });
  const { key, version } = await createActionItem(as(tess), {
    ...{
      title: TITLES[0] ?? "",
      type: "repair",
      priority: "P2",
      description: "",
      doneWhen: "",
      ownerId: mia?.id ?? null,
    },
    ...{ teamId: null, trackerUrl: null, factorIds: [], changeKeys: [], dueDate: null },
  } as Parameters<typeof createActionItem>[1]);
  await transitionActionItem(as(mia), { key, version, to: "accepted" });
  await tracker.createIssue(as(mia), { key, trackerId: id, target: vendor.project });
  const issue = world.issues[0] as LocalIssue;

  const action = () => getActionItem(as(tess), { key });
  const sync = () => tracker.syncIssues(job());
  const due = () => database.prisma.tracker.updateMany({ data: { nextLookAt: new Date(0), waitsUntil: null } });
  const poll = async () => {
    await due();
    await tracker.pollTrackers(job());
    await sync();
  };
  const hook = async () => {
    const body = JSON.stringify(vendor.hook(issue.number, new Date()).body);
    const headers = new Headers(vendor.sign(body, secret));
    const sent = { trackerId: id, headers, read: async () => Buffer.from(body) };
    expect(await tracker.receiveTrackerHook(job(), sent)).toBe("taken");
  };
  const quiet = async () => {
    faults.clear();
    await database.prisma.linkedIssue.updateMany({ data: { nextTryAt: null, lookAt: new Date() } });
    await due();
    await sync();
  };

  const here = async (field: string, at: number) => {
    const { version: now, status } = await action();
    if (field === "status") {
      const to = (["accepted", "in_progress", "proposed"] as const)[at] ?? "accepted";
      if (to !== status) await transitionActionItem(as(tess), { key, version: now, to, reason: "As it is" });
      return;
    }
    const value = {
      title: TITLES[at],
      dueDate: [null, ...DATES][at],
      ownerId: [null, ...people.map((one) => one.personId)][at],
    }[field];
    await updateActionItem(as(tess), {
      key,
      version: now,
      [field]: value,
      ...(field === "dueDate" ? { dueReason: "Moved" } : {}),
    });
  };
  const there = (field: string, at: number) => {
    const value = {
      title: TITLES[at],
      due: DATES[at],
      assignee: [null, ...people.map((one) => one.remoteId)][at],
      state: (["open", "completed", "not_planned"] as const)[at],
    }[field];
    world.change(issue, { [field]: value });
  };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 35, size: "max" }), async (steps) => {
      for (const one of steps) {
        // A rule of actions can reject what a person wants here. Then nothing changes.
        if (one.is === "here")
          await here(one.field, one.at).catch((error: unknown) => expect(error).toMatchObject({ code: "rule" }));
        if (one.is === "there") there(one.field, one.at);
        if (one.is === "hook") await hook();
        if (one.is === "poll") await poll();
        if (one.is === "two workers") await Promise.all([sync(), sync(), hook()]);
        if (one.is === "fault") {
          faults.push({ status: one.status, headers: { "retry-after": "0" }, body: {}, isDone: one.isDone });
          await sync();
        }
      }
      for (let round = 0; round < 3; round++) await quiet();
      const [before, { version: settled }] = [issue.updatedAt, await action()];
      await quiet();
      expect([issue.updatedAt, (await action()).version], "nothing goes to and fro").toEqual([before, settled]);
      const now = await action();
      const [link] = (await tracker.listIssues(as(tess), { key })).items;
      const waits = new Set(link?.conflicts.map(({ field }) => field));
      expect(TITLES).toContain(now.title);
      if (!waits.has("title")) expect(issue.title).toBe(now.title);
      if (!waits.has("dueDate")) expect(issue.due).toBe(now.dueDate);
      if (!waits.has("owner"))
        expect(issue.assignee).toBe(people.find((one) => one.personId === now.owner?.id)?.remoteId ?? null);
      expect(now.status, "closing never verifies").not.toBe("verified");
    }),
    // What happened stays there and here, so a shorter order can't be tried after a failure.
    { numRuns: 1, endOnFailure: true },
  );
  await local.close();
});
