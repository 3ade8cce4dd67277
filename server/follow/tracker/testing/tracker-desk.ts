import { afterAll, beforeAll, beforeEach } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { LinkedIssue } from "#lib/contract/tracker.ts";
import { readConfig } from "#server/base/process/config.ts";
import {
  createActionItem,
  getActionItem,
  transitionActionItem,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import { GithubServer } from "#server/testing/github-server.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import * as tracker from "../index.ts";

export let database: TestDatabase;
export let github: GithubServer;
export let baseUrl: string;
export let [admin, tpm, mia, viv]: UserActor[] = [];
export const as = (actor: UserActor | undefined) => makeContext(database.prisma, actor as UserActor);
export const job = () => makeContext(database.prisma, { kind: "system", label: "job" });

/** Opens a database and a local GitHub for the tests of a file. */
export function openDesk(): void {
  beforeAll(async () => {
    Object.assign(globalThis, { afterwordConfig: readConfig({ AFTERWORD_PRIVATE_HOSTS: "127.0.0.1" }) });
    database = await testDatabase();
    admin = await makeUser(database.prisma, "admin", "Ada");
    tpm = await makeUser(database.prisma, "tpm", "Tess");
    mia = await makeUser(database.prisma, "member", "Mia");
    viv = await makeUser(database.prisma, "viewer", "Viv");
  });
  afterAll(async () => {
    await github.close();
    await database.close();
  });
  beforeEach(async () => {
    await github?.close();
    github = new GithubServer();
    baseUrl = await github.open();
    await database.prisma.tracker.deleteMany();
  });
}

export const connect = (name = "Payments") =>
  tracker.createTracker(as(admin), {
    ...{
      vendor: "github",
      baseUrl,
      account: null,
      token: github.token,
      name,
      targets: [github.project],
      teamIds: [],
    },
  });
export const sync = () => tracker.syncIssues(job());
export const newAction = async (title: string, more: object = {}) => {
  const input = {
    title,
    type: "repair",
    priority: "P2",
    description: "",
    doneWhen: "",
    ownerId: mia?.id ?? null,
  } as const;
  const empty = { teamId: null, trackerUrl: null, factorIds: [], changeKeys: [], dueDate: "2027-02-08" };
  const { key, version } = await createActionItem(as(tpm), { ...input, ...empty, ...more } as Parameters<
    typeof createActionItem
  >[1]);
  return transitionActionItem(as(mia), { key, version, to: "accepted" });
};
export const read = (key: string) => getActionItem(as(tpm), { key });
export const linkOf = async (key: string) => (await tracker.listIssues(as(tpm), { key })).items[0] as LinkedIssue;

/** An accepted action that is linked to an issue of the same title and date. */
export async function linked(title = "Lock the table") {
  const connection = await connect();
  const issue = github.add(title);
  github.edit(issue.number, { milestone: github.due("2027-02-08") });
  const action = await newAction(title);
  await tracker.setTrackerPerson(as(admin), { id: connection.id, remoteId: "2", personId: mia?.id ?? null });
  const { found } = await tracker.findIssue(as(mia), { key: action.key, text: `#${issue.number}` });
  const at = { key: action.key, trackerId: connection.id, remoteId: found?.remoteId ?? "", dueDate: "here" as const };
  await tracker.linkIssue(as(mia), at);
  await sync();
  github.writes.length = 0;
  return { connection, key: action.key, number: issue.number };
}
export const hookOf = (number: number, secret: string) => {
  const { headers, body } = github.hook(number, secret);
  return { headers, read: async () => body };
};
/** Reads the issues of a tracker again, as after a webhook. */
export const look = async (trackerId: string) => {
  await tracker.lookAtTracker(as(admin), { id: trackerId });
  await sync();
};
export const change = async (key: string, fields: object) => {
  const { version } = await read(key);
  await updateActionItem(as(tpm), { key, version, ...fields });
  await sync();
};
