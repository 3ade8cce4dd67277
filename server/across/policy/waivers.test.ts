import { beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { WaiverApprovers } from "#lib/people/policy/values.ts";
import {
  answerWaiverOf,
  changeSeveral,
  createActionItem,
  getActionItem,
  listActionItems,
  transitionActionItem,
} from "#server/follow/action-item/index.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { savePolicy } from "./index.ts";
import { policyDesk, policyOf } from "./testing/policy-desk.ts";

const { desk, as } = policyDesk();
let manager: UserActor;
let admin: UserActor;
beforeEach(async () => {
  manager ??= await makeUser(desk.database.prisma, "member", "Mark");
  admin ??= await makeUser(desk.database.prisma, "admin", "Ada");
  await desk.database.prisma.team.update({ where: { id: desk.teamId }, data: { managerId: manager.id } });
});

const versionOf = async (key: string) => (await getActionItem(as(desk.owner), { key })).version;

const LISTED = { ...{ limit: 50, mine: false, unowned: false, open: false, archived: false }, sort: "newest" };

const WAIVER = {
  ...{ to: "waived" as const, until: "2017-03-01" },
  ...{ reason: "The disks come in March", mitigation: "Someone checks it weekly" },
};

/** An action whose waiver its owner requested. */
async function requested(): Promise<string> {
  const { owner, teamId } = desk;
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] };
  const named = { ...blank, title: "Restore every backup", type: "prevent", priority: "P1" } as const;
  const { key, version } = await createActionItem(as(owner), { ...named, ownerId: owner.id, teamId });
  await transitionActionItem(as(owner), { key, version, to: "accepted" });
  await transitionActionItem(as(owner), { key, version: await versionOf(key), ...WAIVER });
  return key;
}

const CASES: [WaiverApprovers, string[]][] = [
  ["tpm_or_manager", ["Tess", "Mark", "Ada"]],
  ["tpm", ["Tess", "Ada"]],
  ["manager", ["Mark"]],
];

it.each(CASES)("shows, asks and lets end only %s, while and after a waiver is requested", async (approvers, named) => {
  await savePolicy(as(desk.tpm), policyOf({ waiverApprovers: approvers }));
  const key = await requested();
  const people = { Tess: desk.tpm, Mark: manager, Ada: admin, Olga: desk.owner };
  const allowed = async (which: "first" | "longer" = "first") => {
    const shown = [];
    for (const [name, actor] of Object.entries(people)) {
      const { waiver } = await getActionItem(as(actor), { key });
      expect(waiver?.approvers).toBe(approvers);
      if ((which === "longer" ? waiver?.longer : waiver)?.mayAnswer) shown.push(name);
    }
    return shown;
  };
  expect(await allowed()).toEqual(named);
  const asked = [];
  for (const [name, actor] of Object.entries(people))
    if ((await getWork(as(actor))).now.some((item) => item.kind === "waiver_to_answer")) asked.push(name);
  expect(asked).toEqual(named);
  const approver = approvers === "tpm" ? desk.tpm : manager;
  await answerWaiverOf(as(approver), { key, version: await versionOf(key), answer: "approved" });
  expect(await allowed()).toEqual(named);
  await transitionActionItem(as(desk.owner), { key, version: await versionOf(key), ...WAIVER, until: "2017-04-01" });
  expect(await allowed("longer")).toEqual(named);
  const ending = [];
  for (const [name, actor] of Object.entries(people)) {
    const { items } = await listActionItems(as(actor), LISTED);
    const row = items.find((one) => one.key === key);
    if (row?.abilities.endWaiver) ending.push(name);
    expect((await getActionItem(as(actor), { key })).abilities.endWaiver).toBe(row?.abilities.endWaiver);
  }
  expect(ending, "in the rows of the tracker").toEqual(named);
  const step = { key, version: await versionOf(key), to: "accepted" as const };
  const others = [desk.tpm, manager].filter((one) => approvers !== "tpm_or_manager" && one !== approver);
  for (const other of others) {
    const refused = { details: { rule: "waiver_approver", message: expect.stringMatching(/can end this waiver/) } };
    await expect(transitionActionItem(as(other), step)).rejects.toMatchObject(refused);
    const { refused: all } = await changeSeveral(as(other), { updates: [], transitions: [step] });
    expect(all.map(({ rule }) => rule)).toEqual(["waiver_approver"]);
  }
  expect((await transitionActionItem(as(approver), step)).status).toBe("accepted");
});
