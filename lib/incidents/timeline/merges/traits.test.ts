import { describe, expect, it } from "vitest";
import type { Precision } from "#lib/base/time/precision.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { apartMs, type Candidate, canBeOneFact, timedOnes } from "./candidate.ts";
import { pairsByTrait, pairsByWords } from "./pairs.ts";
import { likeness, meaningOf, traitsOf } from "./traits.ts";

const event = (title: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ id: title, number: 1, at: "2026-03-10T09:00:00Z", precision: "exact", kind: "alert_fired", title, body: "" },
  ...{ url: null, sourceType: "slack", sourceLabel: "Slack", hidden: false, leadId: null },
  ...more,
});
const words = (title: string, more: Partial<Candidate> = {}) =>
  traitsOf(event(title, more)).map((trait) => trait.words);

describe("the subject of an event", () => {
  it.each<[string, string[]]>([
    ["see https://ci.example.com/7?x=1#y.", ["address https://ci.example.com/7"]],
    ["deploy 9fceb02d to production", ["commit 9fceb02"]],
    ["1234567 or abcdefa", []],
    ["OPS-214 and OPS-214", ["id OPS-214"]],
    ["merged #1234 (!56)", ["number #1234", "number #56"]],
    ["issue#1234", []],
    ["v1.42.0 is out, 2.0.1-rc.1 too", ["version v1.42.0", "version 2.0.1-rc.1"]],
    ["SignInErrorRate fires", ["alert name SignInErrorRate"]],
    ["HTTPErrorsHigh", ["alert name HTTPErrorsHigh"]],
    ["Monday morning", []],
    ["sign-in-api restarts", ["alert name sign-in-api"]],
    ["sign_in_api restarts", ["alert name sign_in_api"]],
    ["sign-in restarts", []],
  ])("in %j is %j", (title, named) => expect(words(title)).toEqual(named));

  it("is an alert's name for alerts alone, and shortens a long address", () => {
    expect(words("SignInErrorRate", { kind: "observation" })).toEqual(["name SignInErrorRate"]);
    expect(words("SignInErrorRate", { kind: "paged" })).toEqual(["alert name SignInErrorRate"]);
    const url = `https://ci.example.com/${"a".repeat(80)}`;
    expect(words("x", { url })).toEqual([`address ${url.slice(0, 80)}…`]);
    expect(words("x", { url: "https://ci.example.com/7", body: "https://ci.example.com/7" })).toHaveLength(1);
  });

  it("has one key however it is written", () => {
    const keys = (title: string) => traitsOf(event(title)).map(({ key }) => key);
    expect(keys("v1.42.0")).toEqual(keys("1.42.0"));
    expect(keys("9fceb02d1")).toEqual(keys("9fceb02"));
    expect(keys("Sign-In-API")).toEqual(keys("sign-in-api"));
  });
});

it.each([
  ["Restarting the failed pods", ["restart", "fail", "pod"]],
  ["It is OK, see https://x.example.com/errors", ["see"]],
  ["Errors errors ERRORS", ["error"]],
])("the meaning of %j is in %j", (text, meaning) => expect([...meaningOf(text)]).toEqual(meaning));

it.each([
  [["a", "b"], ["a", "b"], 0],
  [["a", "b", "c"], ["a", "b", "c"], 1],
  [["a", "b", "c"], ["x", "y", "z"], 0],
  [["a", "b", "c"], ["a", "b", "c", "d", "e", "f"], 0.8],
  [["a", "b", "c", "d"], ["a", "b", "x", "y"], 0.5],
])("%j and %j are alike by %d", (one, other, share) => {
  expect(likeness(new Set(one), new Set(other))).toBeCloseTo(share, 6);
  expect(likeness(new Set(other), new Set(one))).toBeCloseTo(share, 6);
});

describe("two events", () => {
  it.each<[Precision, Precision, number]>([
    ["exact", "exact", 300_000],
    ["exact", "minute", 240_000],
    ["approx", "exact", 0],
    ["hour", "exact", 0],
  ])("known as %s and %s are so far apart: %d ms", (one, other, ms) => {
    const [a, b] = timedOnes([
      event("a", { precision: one }),
      event("b", { precision: other, at: "2026-03-10T09:05:00Z" }),
    ]);
    expect(a && b && [apartMs(a, b), apartMs(b, a)]).toEqual([ms, ms]);
  });

  it.each<[EventKind, EventKind, boolean]>([
    ["alert_fired", "alert_fired", true],
    ["alert_fired", "paged", true],
    ["alert_fired", "error_observed", true],
    ["alert_fired", "alert_resolved", false],
    ["alert_fired", "acknowledged", false],
    ["observation", "acknowledged", true],
    ["resolved", "closed", true],
    ["resolved", "public_update", true],
    ["public_update", "mitigated", true],
    ["public_update", "alert_fired", false],
    ["impact_started", "impact_changed", true],
    ["impact_started", "acknowledged", false],
    ["impact_changed", "resolved", false],
  ])("that tell of %s and %s can be one fact: %s", (one, other, can) => {
    const [a, b] = [event("a", { kind: one }), event("b", { kind: other })];
    expect([canBeOneFact(a, b), canBeOneFact(b, a)]).toEqual([can, can]);
  });

  const pair = (a: Partial<Candidate>, b: Partial<Candidate>) =>
    pairsByTrait(
      timedOnes([
        event("SignInErrorRate is firing", a),
        event("Page: SignInErrorRate", { sourceType: "pagerduty", number: 2, ...b }),
      ]),
    ).map(({ certainty, fact }) => [certainty, fact]);

  it("with a name in common are one fact, less surely the further apart or the vaguer they are", () => {
    const fact = "alert name SignInErrorRate";
    expect(pair({}, {})).toEqual([[0.96, fact]]);
    expect(pair({}, { at: "2026-03-10T09:05:00Z" })).toEqual([[0.67, fact]]);
    expect(pair({}, { at: "2026-03-10T09:05:01Z" })).toEqual([]);
    expect(pair({}, { precision: "minute" })).toEqual([[0.92, fact]]);
    expect(pair({}, { kind: "observation" })).toEqual([[0.9, fact]]);
    expect(pair({}, { kind: "acknowledged" })).toEqual([]);
    expect(pair({}, { sourceType: "slack" })).toEqual([]);
  });

  it("with much the same words are one fact within three minutes", () => {
    const alike = (title: string, at = "2026-03-10T09:00:00Z") =>
      pairsByWords(
        timedOnes([
          event("Elevated error rates when signing in"),
          event(title, { sourceType: "statuspage", number: 2, at }),
        ]),
      ).map(({ certainty, fact }) => [certainty, fact]);
    expect(alike("elevated error rates when signing in").at(0)).toEqual([0.92, "words"]);
    expect(alike("elevated error rates when signing in", "2026-03-10T09:03:01Z")).toEqual([]);
    expect(alike("elevated latency of the search index today")).toEqual([]);
  });
});

describe("a bucket of many events", () => {
  const at = (second: number) => `2026-03-10T09:00:${String(second).padStart(2, "0")}Z`;
  const alerts = (count: number, sourceType: string, from = 0) =>
    Array.from({ length: count }, (_, n) =>
      event(`SignInErrorRate ${sourceType} ${n}`, { at: at(from + n), sourceType, kind: "paged" }),
    );

  it("compares an event with the next six of other sources, over those of its own", () => {
    const first = event("SignInErrorRate", { at: at(0), sourceType: "alertmanager" });
    const events = [first, ...alerts(5, "alertmanager", 1), ...alerts(8, "pagerduty", 10)];
    const pairs = pairsByTrait(timedOnes(events)).filter(({ a }) => a.id === first.id);
    expect(pairs.map(({ b }) => b.sourceType)).toEqual(Array(6).fill("pagerduty"));
  });

  it("calls a shared version by its number", () => {
    const pair = [
      event("Deploy v1.42.0", { sourceType: "github", kind: "deploy_started" }),
      event("1.42.0 is out", { at: at(30), kind: "observation" }),
    ];
    expect(pairsByTrait(timedOnes(pair)).map(({ fact }) => fact)).toEqual(["version v1.42.0"]);
    const other = event("1.43.0 is out", { at: at(30), kind: "observation" });
    expect(pairsByTrait(timedOnes([...pair.slice(0, 1), other]))).toEqual([]);
  });
});
