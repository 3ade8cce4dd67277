import { describe, expect, it } from "vitest";
import type { UserActor } from "./actor.ts";
import { can } from "./can.ts";
import type { FactsOf } from "./facts.ts";
import { ROLES } from "./roles.ts";
import { actor, incident, review, rolesThat } from "./testing/who.ts";

describe("a saved view", () => {
  const view = (more: Partial<FactsOf["savedView"]> = {}): FactsOf["savedView"] => ({
    ...{ scope: "everybody", ownerId: "owner", teamId: null, managerId: null },
    ...more,
  });
  const rolesFor = (what: "read" | "edit", facts: FactsOf["savedView"], more: Partial<UserActor> = {}) =>
    rolesThat((role) => can(actor(role, more), "savedView", what, facts));
  const TPMS = ["tpm", "admin"];
  const MEMBERS = ["member", "facilitator", "tpm", "admin"];
  const inTeam = { teamIds: ["team"] };

  it.each([
    ["everyone's", view(), {}, ROLES, TPMS],
    ["everyone's that I own", view({ ownerId: "me" }), {}, ROLES, TPMS],
    ["everyone's of my team", view({ managerId: "me", teamId: "team" }), inTeam, ROLES, TPMS],
    ["my own", view({ scope: "mine", ownerId: "me" }), {}, ROLES, ROLES],
    ["someone's own", view({ scope: "mine" }), {}, [], []],
    ["someone's own in my team", view({ scope: "mine", teamId: "team", managerId: "me" }), inTeam, [], []],
    ["my team's", view({ scope: "team", teamId: "team" }), inTeam, ROLES, TPMS],
    ["my team's that I own", view({ scope: "team", teamId: "team", ownerId: "me" }), inTeam, ROLES, MEMBERS],
    ["the team's that I manage", view({ scope: "team", teamId: "team", managerId: "me" }), {}, ROLES, MEMBERS],
    ["another team's", view({ scope: "team", teamId: "other" }), inTeam, [], []],
    ["another team's that I own", view({ scope: "team", teamId: "other", ownerId: "me" }), inTeam, [], []],
    ["that of no team", view({ scope: "team" }), inTeam, [], []],
  ] as const)("that is %s", (_, facts, more, read, edit) => {
    const me = { ...more, teamIds: [...("teamIds" in more ? more.teamIds : [])] };
    expect(rolesFor("read", facts, me)).toEqual(read);
    expect(rolesFor("edit", facts, me)).toEqual(edit);
  });
});

describe("a condition", () => {
  const open = { review: review() };
  const secret = { review: review({ incident: incident({ restricted: true }) }) };
  const read = { review: review({ ...secret.review, people: [{ userId: "me", role: "reader" as const }] }) };
  const rolesFor = (what: "read" | "edit", ...factors: (typeof open)[]) =>
    rolesThat((role) => can(actor(role), "canonicalFactor", what, { factors }));

  it("is read by everyone who reads one of its factors, and edited by members who work with one", () => {
    const members = ["member", "facilitator", "tpm", "admin"];
    expect([rolesFor("read", secret, open), rolesFor("edit", secret, open)]).toEqual([ROLES, members]);
    expect([rolesFor("read", secret), rolesFor("edit", secret)]).toEqual([[], []]);
    expect([rolesFor("read", secret, read), rolesFor("edit", secret, read)]).toEqual([ROLES, []]);
    expect([rolesFor("read"), rolesFor("edit")]).toEqual([[], []]);
  });
});

it("lets members comment on a change, and no viewer", () => {
  const change = { ownerId: "owner", sponsorId: null, createdById: "maker", effectById: null };
  expect(rolesThat((role) => can(actor(role), "strategicChange", "comment", change))).toEqual([
    "member",
    "facilitator",
    "tpm",
    "admin",
  ]);
});
