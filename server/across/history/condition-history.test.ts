import { expect, it } from "vitest";
import {
  createCanonicalFactor,
  linkCanonicalFactor,
  renameCanonicalFactor,
} from "#server/follow/canonical-factor/index.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import { quickReview } from "#server/reviews/review/testing/quick-review.ts";
import { listHistory } from "./index.ts";

const world = conditionWorld();
const { as, seen } = world;

it("shows of a condition only events in incidents that the person can read", async () => {
  const secret = await seen("The key leaked", { restricted: true });
  const { id } = await createCanonicalFactor(as("ada"), { name: "Leaks", factors: [{ id: secret.id, version: 1 }] });
  const open = await seen("The key was old");
  await linkCanonicalFactor(as("ada"), { id, factorId: open.id, factorVersion: 1 });
  await renameCanonicalFactor(as("ada"), { id, version: 1, name: "Keys are never rotated" });
  const told = async (name: "ada" | "ben") => {
    const { items } = await listHistory(as(name), { noun: "canonical-factor", key: id, limit: 50 });
    return items.map(({ what, details }) => `${what} ${details[0]}`);
  };
  const shown = ["Renamed the condition “Keys are never rotated”", "Linked a factor “The key was old”"];
  expect(await told("ada")).toEqual([...shown, "Created the condition “Leaks”"]);
  expect(await told("ben")).toEqual(shown);
});

it.each(["incident", "review", "canonical-factor"] as const)("finds no %s by the key of another noun", async (noun) => {
  const factor = await seen(`A key of ${noun}`);
  const { id } = await createCanonicalFactor(as("ada"), {
    name: `Of ${noun}`,
    factors: [{ id: factor.id, version: 1 }],
  });
  const { review } = await quickReview(as("ada"));
  const keys = { incident: review.incident.key, review: review.key, "canonical-factor": id };
  for (const [of, key] of Object.entries(keys)) {
    const listed = listHistory(as("ada"), { noun, key, limit: 50 });
    if (of === noun) expect((await listed).items).not.toEqual([]);
    else await expect(listed).rejects.toMatchObject({ code: "not_found" });
  }
});
