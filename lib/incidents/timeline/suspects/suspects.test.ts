import { describe, expect, it } from "vitest";
import { growth } from "#lib/base/testing/growth.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { namesChange, readText } from "./names-change.ts";
import { beforeWords, rankSuspects, type SuspectEvent } from "./suspects.ts";

const IMPACT = "2017-02-02T09:42:00Z";
let number = 0;
const event = (clock: string, kind: EventKind, title: string, more: Partial<SuspectEvent> = {}): SuspectEvent => {
  number += 1;
  const at = `2017-02-02T${clock}Z`;
  return {
    id: title,
    number,
    at,
    precision: "exact",
    kind,
    title,
    body: "",
    url: null,
    services: [],
    hidden: false,
    ...more,
  };
};
const rank = (events: SuspectEvent[], more: object = {}) =>
  rankSuspects({
    events,
    impactStartedAt: IMPACT,
    services: ["Acme Checkout"],
    impactEndedAt: "2017-02-02T10:29:00Z",
    ...more,
  });
const own = { services: ["acme checkout"] };

describe("suspects", () => {
  it("rank by nearness, service, and a later rollback that names them", () => {
    const ranked = rank([
      event("08:05:00", "infra_change", "Certificate renewed on the edge"),
      event("09:12:20", "deploy_finished", "Deploy checkout-api 2017.02.02-2", own),
      event("09:30:40", "flag_changed", "Flag new-receipt-template raised to 50%", { services: ["Acme Mail"] }),
      event("09:41:10", "config_changed", "Payment routing table pushed to both regions", own),
      event("10:14:06", "rollback_started", "Roll back of the payment routing table"),
    ]);
    expect(ranked.map(({ title, points }) => [title.split(" ")[0], points])).toEqual([
      ["Payment", 109.7],
      ["Deploy", 47.6],
      ["Flag", 35.3],
      ["Certificate", -0.4],
    ]);
    expect(ranked.map(({ reason }) => reason)).toEqual([
      "Same service. The rollback at 10:14 UTC names this change.",
      "Same service. It wasn't rolled back, but impact ended.",
      "Acme Mail, not a service of this incident. It wasn't rolled back, but impact ended.",
      "Doesn't name a service. It wasn't rolled back, but impact ended.",
    ]);
  });

  it.each([
    ["two hours and a second before", event("07:41:59", "deploy_finished", "a"), 0],
    ["two hours before", event("07:42:00", "deploy_finished", "b"), 1],
    ["at the moment", event("09:42:00", "deploy_finished", "c"), 1],
    ["after it", event("09:42:01", "deploy_finished", "d"), 0],
    ["no change", event("09:40:00", "alert_fired", "e"), 0],
    ["done by a machine", event("09:40:00", "automated_action", "f"), 1],
    ["hidden", event("09:40:00", "deploy_finished", "g", { hidden: true }), 0],
    ["known to the day", event("09:40:00", "deploy_finished", "h", { precision: "day" }), 0],
    ["without a time", event("09:40:00", "deploy_finished", "i", { at: null, precision: "unknown" }), 0],
  ] as const)("%s", (_, one, count) => expect(rank([one])).toHaveLength(count));

  it("are empty before the start of impact is known", () => {
    expect(rank([event("09:40:00", "deploy_finished", "a")], { impactStartedAt: null })).toEqual([]);
  });

  it("aren't affected by a rollback that names nothing, or by one during the impact", () => {
    const change = event("09:40:00", "config_changed", "Prices pushed", own);
    const nameless = rank([change, event("10:06:00", "rollback_started", "Roll back by hand")]);
    expect(nameless[0]?.reason).toBe("Same service. The rollback at 10:06 UTC doesn't name a change.");
    expect(rank([change], { impactEndedAt: null })[0]?.reason).toBe("Same service.");
  });

  it.each([
    ["flag_off", "Switched by hand", "The flag turned off at 10:06 UTC doesn't name a change."],
    ["mitigation_started", "Traffic moved", "The mitigation at 10:06 UTC doesn't name a change."],
    ["rollback_finished", "All is back", "The rollback at 10:06 UTC doesn't name a change."],
  ] as const)("tell the kind of the step back: %s", (kind, title, words) => {
    expect(
      rank([event("09:40:00", "config_changed", "Prices pushed"), event("10:06:00", kind, title)])[0]?.reason,
    ).toBe(`Doesn't name a service. ${words}`);
  });

  it("are named by a step back from the moment of impact on, not by one before it or by another event", () => {
    const change = event("09:40:00", "config_changed", "Routing table pushed");
    const reasonAfter = (clock: string, kind: EventKind) =>
      rank([change, event(clock, kind, "Routing table back")])[0]?.reason;
    expect(reasonAfter("09:42:00", "flag_off")).toContain("at 09:42 UTC names this change");
    expect(reasonAfter("09:41:59", "flag_off")).not.toContain("names this change");
    expect(reasonAfter("10:00:00", "observation")).not.toContain("names this change");
  });

  it("list the services of a change in words, in an incident that has none too", () => {
    const change = event("09:40:00", "config_changed", "Prices pushed", { services: ["Acme Mail", "acme Checkout"] });
    expect(rank([change])[0]?.reason).toMatch(/^Same service\./);
    expect(rank([change], { services: [" ACME CHECKOUT"] })[0]?.reason).toMatch(/^Same service\./);
    expect(rank([change], { services: [] })[0]?.reason).toMatch(
      /^Acme Mail, acme Checkout, the incident has no services\./,
    );
  });

  it("come in the order of their nearness, then of their numbers, with equal points", () => {
    const early = event("09:00:00", "deploy_finished", "early", own);
    const first = event("09:30:00", "deploy_finished", "first");
    const second = event("09:30:00", "deploy_finished", "second");
    expect(rank([second, early, first]).map(({ title }) => title)).toEqual(["early", "first", "second"]);
    const near = event("09:42:00", "deploy_finished", "near");
    const far = event("08:54:00", "deploy_finished", "far", own);
    expect(rank([far, near]).map(({ title, points }) => [title, points])).toEqual([
      ["near", 40],
      ["far", 40],
    ]);
  });

  it("leave out a change whose time is unknown, even where one is written", () => {
    expect(rank([event("09:40:00", "deploy_finished", "a", { precision: "unknown" })])).toEqual([]);
  });

  it("are found among thousands of changes and rollbacks, with work in proportion to them", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => [
        event("09:40:00", "deploy_finished", `Deploy build ${at} of the ${at % 7} shop`),
        event("10:06:00", "rollback_started", `Roll back ${at + 90_000}`),
      ]).flat();
    expect(rank(many(4000))).toHaveLength(4000);
    expect(growth(many, rank, 500, 4000)).toBeLessThan(30);
  });

  it("show how long before", () => {
    expect([beforeWords(0), beforeWords(50), beforeWords(5820)]).toEqual([
      "At the moment of impact",
      "50 s before",
      "1 h 37 m before",
    ]);
  });
});

const told = (title: string, more: { body?: string; url?: string } = {}) =>
  readText({ title, body: more.body ?? "", url: more.url ?? null });

describe("a later step that names a change", () => {
  it.each([
    ["by version", "Roll back to before 2017.02.02-2", "Deploy checkout-api 2017.02.02-2", true],
    ["by hash", "Revert 4f2a91c", "Deploy 4f2a91c to production", true],
    ["by number", "Rolled back 8841", "Deploy 8841 finished", true],
    ["by a joined name", "new-receipt-template off", "Flag new-receipt-template raised to 50%", true],
    ["by two telling words", "Routing back as it was for payment", "Payment routing table pushed", true],
    ["by one telling word only", "Payment works", "Payment routing table pushed", false],
    ["by words of every change", "Rolled back the deploy in production", "Deploy in production finished", false],
    ["by a word of three letters in a joined name", "api-v2 off", "Flag api-v2 raised", true],
    ["by a clock", "Roll back at 10:14", "Push of 10:14", false],
  ])("%s", (_, later, change, expected) => expect(namesChange(told(later), told(change))).toBe(expected));

  it("by the same URL, or in its text", () => {
    const url = "https://ci.example.com/7";
    expect(namesChange(told("Back", { url }), told("Push", { url }))).toBe(true);
    expect(namesChange(told("Back", { body: "This takes 8841 back." }), told("Deploy 8841"))).toBe(true);
  });
});
