import type { Factor } from "#lib/contract/factor.ts";
import {
  answerEffectOf,
  createActionItem,
  getActionItem,
  listActionItems,
  transitionActionItem,
} from "#server/follow/action-item/index.ts";
import { getFactor } from "#server/follow/factor/index.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import { createCanonicalFactor, linkCanonicalFactor, unlinkCanonicalFactor } from "../index.ts";
import { conditionWorld } from "./condition-world.ts";

const ACTION = { title: "Alert on dumps", type: "detect", priority: "P1", description: "", doneWhen: "" } as const;
const NONE = { teamId: null, trackerUrl: null, dueDate: null, changeKeys: [], ownerId: null };
export const VERIFIED = new Date("2026-02-02T12:00:00Z");
/** Every action, in the tracker. */
export const ALL = { mine: false, unowned: false, open: false, archived: false, sort: "due", limit: 50 } as const;

type Step = Omit<Parameters<typeof transitionActionItem>[1], "key" | "version">;

/** Returns the day in so many days from now: 2026-11-25. */
export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The world of conditions, with verified fixes and the question whether they worked. */
export function fixWorld() {
  const world = conditionWorld();
  const { as, seen } = world;
  const at = async (key: string) => ({ key, version: (await getActionItem(as("ada"), { key })).version });
  const step = async (name: "ada" | "ben", key: string, taken: Step, now = VERIFIED) =>
    transitionActionItem({ ...as(name), now: () => now }, { ...(await at(key)), ...taken });
  const versionOf = async ({ id }: Factor) => (await getFactor(as("ada"), id)).version;
  const placeOf = async (id: string, factor: Factor) => ({
    ...{ id, factorId: factor.id, factorVersion: await versionOf(factor) },
  });

  /** An action that Ada implemented and Ben verified on 2 February 2026, with its condition. */
  async function verified() {
    const factor = await seen("Dumps failed", { on: "2026-01-10" });
    const links = { incidentKey: factor.incidentKey, reviewKey: factor.reviewKey, factorIds: [factor.id] };
    const { id: ownerId } = await world.prisma.user.findFirstOrThrow({ where: { name: "Ada" } });
    const { key } = await createActionItem(as("ada"), { ...ACTION, ...NONE, ...links, ownerId });
    await step("ada", key, { to: "accepted" });
    await step("ada", key, { to: "implemented", evidence: "Paged after 70 s", method: "Drill" });
    const done = await step("ben", key, { to: "verified" });
    const factors = [{ id: factor.id, version: 1 }];
    const { id } = await createCanonicalFactor(as("ada"), { name: "No alarm", factors });
    return { key, id, done };
  }

  /** Whether someone asks if it worked: in the tracker, and in My work of Ben. */
  async function asked(key: string) {
    const rows = await listActionItems(as("ben"), { ...ALL, filter: "effect=due", today: dayIn(0) });
    const now = (await getWork(as("ben"))).now.filter(({ kind }) => kind === "effect_due");
    return [rows.items.some((row) => row.key === key), now.some((row) => row.key === key)];
  }

  return {
    ...{ world, as, seen, at, step, versionOf, verified, asked },
    effectOf: async (key: string, name: "ada" | "ben" = "ben") => (await getActionItem(as(name), { key })).effect,
    answer: async (name: "ada" | "ben", key: string, given: "yes" | "no" | "not_exercised") =>
      answerEffectOf(as(name), { ...(await at(key)), answer: given, text: "Paged in the drill" }),
    link: async (id: string, factor: Factor) => linkCanonicalFactor(as("ada"), await placeOf(id, factor)),
    unlink: async (id: string, factor: Factor) => unlinkCanonicalFactor(as("ada"), await placeOf(id, factor)),
  };
}
