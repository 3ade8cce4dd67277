import { expect, it } from "vitest";
import {
  createCanonicalFactor,
  linkCanonicalFactor,
  renameCanonicalFactor,
} from "#server/follow/canonical-factor/index.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import { listHistory } from "./index.ts";

const world = conditionWorld();
const { as, seen } = world;

it("tells of a condition what happened in incidents that the person can read, and no more", async () => {
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
