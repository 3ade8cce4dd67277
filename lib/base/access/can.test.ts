import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GLOBAL_ACTIONS, RECORD_ACTIONS, type RecordAction } from "./actions.ts";
import { actorId, actorName, type UserActor } from "./actor.ts";
import { can, canGlobally, leadsProgramme, readsDraft, roleAllows } from "./can.ts";
import type { ActionItemFacts, FactsOf, IncidentFacts, ReviewFacts } from "./facts.ts";
import { ROLES } from "./roles.ts";
import { action, actor, incident, review, rolesThat } from "./testing/who.ts";

describe("a reader of the review of a restricted incident", () => {
  const secret = incident({ restricted: true });
  const mine = review({ incident: secret, people: [{ userId: "me", role: "reader" }] });
  it.each(ROLES)("as %s can read it, its factors and its actions, and change nothing", (role) => {
    const me = actor(role);
    const may = <Noun extends "review" | "factor" | "actionItem" | "incident">(noun: Noun, facts: FactsOf[Noun]) =>
      RECORD_ACTIONS[noun].filter((one) => can(me, noun, one as RecordAction<Noun>, facts));
    expect(may("incident", secret)).toEqual([]);
    expect(may("review", mine)).toEqual(["read"]);
    expect(may("factor", { review: mine })).toEqual(["read"]);
    for (const ownerId of ["owner", null])
      expect(may("actionItem", action({ incident: secret, review: mine, ownerId, createdById: "me" }))).toEqual([
        "read",
      ]);
  });

  it("can do what the role allows if also given access to the incident, or part of the review", () => {
    const inside = review({ ...mine, incident: incident({ restricted: true, grantUserIds: ["me"] }) });
    const works = review({ ...mine, people: [...mine.people, { userId: "me", role: "author" }] });
    for (const facts of [inside, works]) expect(can(actor("member"), "review", "write", facts)).toBe(true);
    expect(can(actor("member"), "review", "nameReaders", works)).toBe(false);
    for (const facts of [review({ ...mine, ownerId: "me" }), review({ ...mine, facilitatorId: "me" })])
      expect(can(actor("member"), "review", "nameReaders", facts)).toBe(true);
  });
});

describe("the permission table", () => {
  it.each([
    ["incident.create", ["member", "facilitator", "tpm", "admin"]],
    ["action.create", ["member", "facilitator", "tpm", "admin"]],
    ["people.manage", ["admin"]],
    ["settings.manage", ["admin"]],
    ["integration.manage", ["admin"]],
    ["audit.read", ["admin"]],
    ["work.own", ["member", "facilitator", "tpm", "admin"]],
    ["waiver.answer", ["tpm", "admin"]],
    ["view.share", ["tpm", "admin"]],
    ["token.administer", ["admin"]],
  ] as const)("allows %s to %j", (name, roles) => {
    expect(rolesThat((role) => canGlobally(actor(role), name))).toEqual(roles);
    expect(rolesThat((role) => roleAllows(role, name))).toEqual(roles);
  });

  it("asks only TPMs to lead the programme", () => {
    expect(rolesThat(leadsProgramme)).toEqual(["tpm"]);
  });

  it("lets everyone read what isn't restricted, and members work on it", () => {
    expect(rolesThat((role) => can(actor(role), "incident", "read", incident()))).toEqual(ROLES);
    expect(rolesThat((role) => can(actor(role), "incident", "curate", incident()))).toEqual([
      "member",
      "facilitator",
      "tpm",
      "admin",
    ]);
  });

  it("lets a member move only their own review, and a facilitator any", () => {
    expect(rolesThat((role) => can(actor(role), "review", "move", review()))).toEqual(["facilitator", "tpm", "admin"]);
    expect(can(actor("member"), "review", "move", review({ ownerId: "me" }))).toBe(true);
    expect(can(actor("member"), "review", "setReviewed", review({ ownerId: "me" }))).toBe(false);
  });

  it.each(["published", "closed"] as const)(
    "lets the same people write a %s review as before, and publish it",
    (status) => {
      const writers = ["member", "facilitator", "tpm", "admin"];
      for (const action of ["write", "comment"] as const)
        expect(rolesThat((role) => can(actor(role), "review", action, review({ status })))).toEqual(writers);
      expect(rolesThat((role) => can(actor(role), "factor", "edit", { review: review({ status }) }))).toEqual(writers);
      const publishes = (facts = {}) =>
        rolesThat((role) => can(actor(role), "review", "publish", review({ status, ...facts })));
      expect(publishes()).toEqual(["facilitator", "tpm", "admin"]);
      expect(publishes({ ownerId: "me" })).toEqual(ROLES.filter((role) => role !== "viewer"));
      expect(publishes({ archived: true })).toEqual([]);
    },
  );

  it.each([
    ["reviewed", {}, ["member", "facilitator", "tpm", "admin"]],
    ["cancelled", {}, ["member", "facilitator", "tpm", "admin"]],
    ["draft", { ownerId: "me" }, ROLES],
    ["in_review", { people: [{ userId: "me", role: "approver" }] }, ["member", "facilitator", "tpm", "admin"]],
    ["published", {}, ["member", "facilitator", "tpm", "admin"]],
    ["closed", {}, ["member", "facilitator", "tpm", "admin"]],
    ["published", { archived: true }, ["member", "facilitator", "tpm", "admin"]],
    ["published", { people: [{ userId: "me", role: "author" }] }, ROLES],
    ["published", { people: [{ userId: "me", role: "reader" }] }, ["member", "facilitator", "tpm", "admin"]],
    ["published", { people: [{ userId: "me", role: "reader" }], incident: incident({ restricted: true }) }, []],
  ] as const)("decides who reads a %s review as it is now, with %j", (status, facts, roles) => {
    expect(rolesThat((role) => readsDraft(actor(role), review({ status, ...facts })))).toEqual(roles);
  });

  it.each(["reviewed", "published"] as const)("gives a token that can only read no draft of a %s review", (status) => {
    const token = (scopes: ("read" | "write")[]) => ({ ...actor("admin"), scopes });
    expect(readsDraft(token(["read"]), review({ status }))).toBe(false);
    expect(readsDraft(token(["read", "write"]), review({ status }))).toBe(true);
  });

  it("closes a cancelled or archived review to writing and comments", () => {
    for (const more of [{ status: "cancelled" as const }, { archived: true }])
      for (const action of ["write", "comment"] as const)
        expect(rolesThat((role) => can(actor(role), "review", action, review(more)))).toEqual([]);
  });

  it("lets only a TPM or an admin waive a gate", () => {
    expect(rolesThat((role) => can(actor(role), "review", "waive", review({ ownerId: "me" })))).toEqual([
      "tpm",
      "admin",
    ]);
  });

  it("lets only a TPM or an admin apply a newer template, and only before the review is published", () => {
    const takesUp = (more: Partial<ReviewFacts>) =>
      rolesThat((role) => can(actor(role), "review", "takeUp", review({ ownerId: "me", ...more })));
    for (const status of ["draft", "in_review", "reviewed"] as const)
      expect(takesUp({ status })).toEqual(["tpm", "admin"]);
    for (const status of ["published", "closed", "cancelled"] as const) expect(takesUp({ status })).toEqual([]);
    expect(takesUp({ archived: true })).toEqual([]);
  });

  it("lets a viewer who is named as author write that review and no other", () => {
    expect(can(actor("viewer"), "review", "write", review({ people: [{ userId: "me", role: "author" }] }))).toBe(true);
    expect(can(actor("viewer"), "review", "write", review({ people: [{ userId: "me", role: "reader" }] }))).toBe(false);
  });

  it("lets a member work their own action and verify another's, a TPM edit any", () => {
    expect(rolesThat((role) => can(actor(role), "actionItem", "edit", action()))).toEqual(["tpm", "admin"]);
    expect(can(actor("member"), "actionItem", "edit", action({ ownerId: "me" }))).toBe(true);
    expect(can(actor("member"), "actionItem", "verify", action())).toBe(true);
    expect(can(actor("viewer"), "actionItem", "verify", action())).toBe(false);
  });
});

const MEMBERS = ["member", "facilitator", "tpm", "admin"];

describe("the rights on", () => {
  const closed = incident({ restricted: true });

  it.each(["cancel", "restrict"] as const)("an incident: %s", (name) => {
    const may = (facts: IncidentFacts) => rolesThat((role) => can(actor(role), "incident", name, facts));
    expect(may(incident())).toEqual(["facilitator", "tpm", "admin"]);
    expect(may(incident({ createdById: "me" }))).toEqual(MEMBERS);
    expect(may(closed)).toEqual([]);
  });

  it.each<[keyof ReviewFacts | "author" | "approver", string[], string[]]>([
    ["ownerId", MEMBERS, [...ROLES]],
    ["facilitatorId", MEMBERS, [...ROLES]],
    ["author", MEMBERS, [...ROLES]],
    ["approver", ["facilitator", "tpm", "admin"], MEMBERS],
  ])("a review of a restricted incident as its %s", (part, moves, writes) => {
    const role = part === "author" || part === "approver" ? part : null;
    const mine = review({ incident: closed, ...(role ? { people: [{ userId: "me", role }] } : { [part]: "me" }) });
    const may = (name: RecordAction<"review">) => rolesThat((one) => can(actor(one), "review", name, mine));
    expect(may("read")).toEqual(ROLES);
    expect(may("write")).toEqual(writes);
    expect(may("move")).toEqual(moves);
    expect(may("cancel")).toEqual(moves);
    expect(may("setReviewed")).toEqual(["facilitator", "tpm", "admin"]);
    expect(may("waive")).toEqual(["tpm", "admin"]);
    expect(may("approve")).toEqual([]);
  });

  it("a review to approve, by the people named for that who can write in it", () => {
    const people = [{ userId: "me", role: "approver" as const }];
    const may = (facts: ReviewFacts) => rolesThat((role) => can(actor(role), "review", "approve", facts));
    expect(may(review({ people, status: "reviewed" }))).toEqual(MEMBERS);
    expect(may(review({ people, status: "draft" }))).toEqual([]);
    expect(may(review({ people, status: "cancelled" }))).toEqual([]);
    expect(may(review({ people, status: "reviewed", archived: true }))).toEqual([]);
    expect(may(review({ people: [{ userId: "me", role: "author" }], status: "reviewed" }))).toEqual([]);
  });

  it("the readers of a review are named by those who can move it, and of a restricted one by those responsible for it", () => {
    const may = (facts: ReviewFacts) => rolesThat((role) => can(actor(role), "review", "nameReaders", facts));
    const author = [{ userId: "me", role: "author" as const }];
    expect(may(review({ people: author }))).toEqual(MEMBERS);
    expect(may(review({ incident: closed, people: author }))).toEqual(["facilitator", "tpm", "admin"]);
    expect(may(review({ incident: incident({ restricted: true, createdById: "me" }), people: author }))).toEqual(
      MEMBERS,
    );
    expect(may(review({ incident: closed, ownerId: "me" }))).toEqual(MEMBERS);
    expect(may(review())).toEqual(["facilitator", "tpm", "admin"]);
  });

  it("a factor: its review decides", () => {
    const may = (name: "read" | "edit", facts: ReviewFacts) =>
      rolesThat((role) => can(actor(role), "factor", name, { review: facts }));
    expect(may("edit", review())).toEqual(MEMBERS);
    expect(may("edit", review({ incident: closed }))).toEqual([]);
    expect(may("read", review({ incident: closed, ownerId: "me" }))).toEqual(ROLES);
  });

  it.each<[string, Partial<ActionItemFacts>, Record<string, string[]>]>([
    ["of nobody", { ownerId: null }, { edit: MEMBERS, moveDate: MEMBERS }],
    ["of mine", { ownerId: "me" }, { edit: MEMBERS, moveDate: MEMBERS }],
    ["that I entered", { createdById: "me" }, { edit: MEMBERS, moveDate: ["tpm", "admin"] }],
    ["of my review", { review: review({ ownerId: "me" }) }, { edit: MEMBERS, moveDate: ["tpm", "admin"] }],
    ["of another review", { review: review() }, { edit: ["tpm", "admin"], moveDate: ["tpm", "admin"] }],
    ["without an incident", { incident: null }, { edit: ["tpm", "admin"], moveDate: ["tpm", "admin"] }],
    ["of mine in a closed incident", { incident: closed, ownerId: "me" }, { edit: MEMBERS, moveDate: MEMBERS }],
  ])("an action %s", (_, more, { edit, moveDate }) => {
    const may = (name: RecordAction<"actionItem">) =>
      rolesThat((role) => can(actor(role), "actionItem", name, action(more)));
    expect(may("read")).toEqual(ROLES);
    expect(may("edit")).toEqual(edit);
    expect(may("work")).toEqual(edit);
    expect(may("moveDate")).toEqual(moveDate);
    expect(may("verify")).toEqual(MEMBERS);
    expect(may("comment")).toEqual(MEMBERS);
    expect(may("purge")).toEqual(["admin"]);
    expect(may("approve")).toEqual(["tpm", "admin"]);
  });

  it("the waiver of an action: TPMs, admins and the manager of the team, unless a viewer", () => {
    const may = (more: Partial<ActionItemFacts>) =>
      rolesThat((role) => can(actor(role), "actionItem", "approve", action(more)));
    expect(may({ managerIds: ["other"] })).toEqual(["tpm", "admin"]);
    expect(may({ managerIds: ["me"] })).toEqual(MEMBERS);
    expect(may({ managerIds: ["me"], incident: closed })).toEqual([]);
    const managed = action({ managerIds: ["me"] });
    expect(rolesThat((role) => can(actor(role), "actionItem", "moveDate", managed))).toEqual(MEMBERS);
  });

  it.each<[string, Partial<ActionItemFacts>]>([
    ["without a review", {}],
    ["of a review of others", { review: review({ incident: closed }) }],
  ])("an action of a closed incident %s: no one", (_, more) => {
    for (const name of RECORD_ACTIONS.actionItem)
      expect(rolesThat((role) => can(actor(role), "actionItem", name, action({ incident: closed, ...more })))).toEqual(
        [],
      );
  });

  it.each<[keyof FactsOf["strategicChange"] | "nothing", string[], string[]]>([
    ["nothing", ["tpm", "admin"], ["tpm", "admin"]],
    ["ownerId", MEMBERS, MEMBERS],
    ["createdById", MEMBERS, MEMBERS],
    ["sponsorId", ["tpm", "admin"], MEMBERS],
    ["effectById", ["tpm", "admin"], ["tpm", "admin"]],
  ])("a strategic change of which I am %s", (part, edit, report) => {
    const others = { ownerId: "owner", sponsorId: "sponsor", createdById: "maker", effectById: "checker" };
    const facts = part === "nothing" ? others : { ...others, [part]: "me" };
    const may = (one: RecordAction<"strategicChange">) =>
      rolesThat((role) => can(actor(role), "strategicChange", one, facts));
    expect(may("read")).toEqual(ROLES);
    expect(may("edit")).toEqual(edit);
    expect(may("report")).toEqual(report);
    expect(may("decide")).toEqual(report);
    expect(may("checkEffect")).toEqual(part === "effectById" ? MEMBERS : report);
  });

  it.each([
    ["comment", ["admin"], ["admin"]],
    ["note", ["tpm", "admin"], [...ROLES]],
  ] as const)("a %s: its author edits it, others only remove it", (noun, ofOthers, ofNobody) => {
    const may = (name: "edit" | "remove", authorId: string | null) =>
      rolesThat((role) => can(actor(role), noun, name, { authorId }));
    expect(may("edit", "me")).toEqual(ROLES);
    expect(may("edit", "other")).toEqual([]);
    expect(may("edit", null)).toEqual([]);
    expect(may("remove", "me")).toEqual(ROLES);
    expect(may("remove", "other")).toEqual(ofOthers);
    expect(may("remove", null)).toEqual(ofNobody);
  });

  it("anything: the server itself", () => {
    const job = { kind: "system", label: "job" } as const;
    for (const name of RECORD_ACTIONS.incident) expect(can(job, "incident", name, closed)).toBe(true);
    for (const name of GLOBAL_ACTIONS) expect(canGlobally(job, name)).toBe(true);
  });
});

describe("the actor", () => {
  it("is a person with id and name, or a part of the server without an id", () => {
    expect([actorId(actor("member")), actorName(actor("member"))]).toEqual(["me", "Me"]);
    const job = { kind: "system", label: "job" } as const;
    expect([actorId(job), actorName(job)]).toEqual([null, "job"]);
  });
});

describe("events that came in on their own", () => {
  it("can be seen and settled by those who can curate, and for a restricted incident by its people", () => {
    const curators = ["member", "facilitator", "tpm", "admin"];
    expect(rolesThat((role) => can(actor(role), "incomingEvent", "read", { incident: null }))).toEqual(curators);
    expect(rolesThat((role) => can(actor(role), "incomingEvent", "settle", { incident: null }))).toEqual(curators);
    const hidden = incident({ restricted: true, grantUserIds: ["me"] });
    expect(rolesThat((role) => can(actor(role), "incomingEvent", "read", { incident: hidden }))).toEqual(curators);
    const closed = incident({ restricted: true });
    expect(rolesThat((role) => can(actor(role), "incomingEvent", "read", { incident: closed }))).toEqual([]);
  });
});

describe("a restricted incident", () => {
  const hidden = incident({ restricted: true });
  it("is hidden from every role that isn't named, even admins", () => {
    expect(rolesThat((role) => can(actor(role), "incident", "read", hidden))).toEqual([]);
    expect(can(actor("admin"), "review", "read", review({ incident: hidden }))).toBe(false);
    expect(can(actor("admin"), "actionItem", "read", action({ incident: hidden }))).toBe(false);
  });

  it("is open to named people, named teams and its creator", () => {
    expect(can(actor("viewer"), "incident", "read", incident({ restricted: true, grantUserIds: ["me"] }))).toBe(true);
    expect(
      can(actor("viewer", { teamIds: ["t"] }), "incident", "read", incident({ restricted: true, grantTeamIds: ["t"] })),
    ).toBe(true);
    expect(can(actor("viewer"), "incident", "read", incident({ restricted: true, createdById: "me" }))).toBe(true);
  });
});

describe("tokens", () => {
  it("with read scope alone change nothing, and reach administration only with the admin scope", () => {
    const reader = actor("admin", { scopes: ["read"] });
    expect(can(reader, "incident", "read", incident())).toBe(true);
    expect(
      RECORD_ACTIONS.incident.filter((name) => name !== "read" && can(reader, "incident", name, incident())),
    ).toEqual([]);
    expect(canGlobally(actor("admin", { scopes: ["read", "write"] }), "people.manage")).toBe(false);
    expect(canGlobally(actor("admin", { scopes: ["admin"] }), "people.manage")).toBe(true);
  });

  it("write with the write scope, whatever their other scopes, and do nothing without any", () => {
    const may = (scopes: UserActor["scopes"]) => {
      const who = actor("admin", { scopes });
      return [
        can(who, "incident", "read", incident()),
        can(who, "incident", "edit", incident()),
        canGlobally(who, "incident.create"),
      ];
    };
    expect(may(["write"])).toEqual([true, true, true]);
    expect(may(["admin"])).toEqual([true, false, false]);
    expect(may([])).toEqual([false, false, false]);
    expect(may(null)).toEqual([true, true, true]);
  });
});

describe("in general", () => {
  const anyIncident = fc.record({
    restricted: fc.boolean(),
    createdById: fc.constantFrom("me", "maker", null),
    grantUserIds: fc.subarray(["me", "b"]),
    grantTeamIds: fc.subarray(["t", "u"]),
  });
  const anyActor = fc
    .record({
      role: fc.constantFrom(...ROLES),
      teamIds: fc.subarray(["t", "u"]),
      scopes: fc.option(fc.subarray(["read", "write", "admin"] as const)),
    })
    .map((more) => actor(more.role, more));

  it("anyone who can do anything to a record can read it", () => {
    fc.assert(
      fc.property(anyActor, anyIncident, (who, facts) => {
        for (const name of RECORD_ACTIONS.incident)
          if (can(who, "incident", name, facts)) expect(can(who, "incident", "read", facts)).toBe(true);
      }),
    );
  });

  it("a stronger role can do at least as much as a weaker one", () => {
    fc.assert(
      fc.property(anyIncident, fc.constantFrom(...GLOBAL_ACTIONS), (facts, name) => {
        ROLES.slice(1).forEach((role, index) => {
          const weaker = ROLES[index] ?? "viewer";
          if (canGlobally(actor(weaker), name)) expect(canGlobally(actor(role), name)).toBe(true);
          for (const one of RECORD_ACTIONS.incident)
            if (can(actor(weaker), "incident", one, facts)) expect(can(actor(role), "incident", one, facts)).toBe(true);
        });
      }),
    );
  });
});
