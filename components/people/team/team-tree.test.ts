import { expect, it } from "vitest";
import type { Team } from "#lib/contract/team.ts";
import { teamsBelow, teamTree } from "./team-tree.ts";

const team = (name: string, parent?: string): Team => ({
  id: name,
  name,
  parent: parent ? { id: parent, name: parent } : null,
  manager: null,
  members: [],
  archived: false,
  version: 1,
});
const teams = [
  team("Files", "Product"),
  team("Product", "Engineering"),
  team("Engineering"),
  team("Platform", "Engineering"),
  team("Alone", "Archived"),
];

it("puts each team under its parent, by name", () => {
  expect(teamTree(teams).map(({ team, depth }) => `${depth} ${team.name}`)).toEqual([
    "0 Alone",
    "0 Engineering",
    "1 Platform",
    "1 Product",
    "2 Files",
  ]);
});

it("returns a team and all teams below it", () => {
  expect([...teamsBelow(teams, "Engineering")].sort()).toEqual(["Engineering", "Files", "Platform", "Product"]);
  expect([...teamsBelow(teams, "Files")]).toEqual(["Files"]);
});
