import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ReadStory } from "../rules/by-rules.ts";
import type { Saying } from "../statements/saying.ts";
import type { ToldEvent } from "../statements/told-event.ts";
import { mayBe, WEIGHED, type WeighedName } from "./candidates.ts";
import { RULED_OUT } from "./ruled-out.ts";

const NEUTRAL = "question";
interface Told {
  kinds?: EventKind[];
  says?: Saying[];
  maybe?: [EventKind, number][];
  minute?: number;
  title?: string;
}
const told = ({ kinds = [NEUTRAL], says = [], maybe = [], minute = 0, title = "A line" }: Told): ToldEvent => ({
  ...{
    id: String(minute),
    at: new Date(minute * 60_000).toISOString(),
    ms: minute * 60_000,
    precision: "minute",
    title,
  },
  ...{ kind: kinds[0] ?? NEUTRAL, kinds: new Set(kinds), says: new Set(says), maybe: new Map(maybe) },
  ...{ states: null, isGiven: false },
});
const namesOf = (event: ToldEvent) => WEIGHED.filter((name) => mayBe(name, event));

describe("the reason to weigh an event", () => {
  it.each<[EventKind, WeighedName[]]>([
    ["question", []],
    ["impact_started", ["impact_started", "detected"]],
    ["error_observed", ["impact_started", "detected"]],
    ["deploy_finished", ["impact_started", "mitigation_started"]],
    ["alert_fired", ["impact_started", "detected"]],
    ["acknowledged", ["detected", "responding"]],
    ["declared", ["detected"]],
    ["joined", ["responding"]],
    ["decision", ["mitigation_started"]],
    ["restarted", ["responding", "mitigation_started"]],
    ["rollback_finished", ["responding", "mitigation_started", "mitigated"]],
    ["monitoring", ["mitigated", "resolved"]],
    ["alert_resolved", ["mitigated", "resolved"]],
    ["mitigated", ["mitigated", "resolved"]],
    ["impact_ended", ["mitigated", "resolved"]],
    ["resolved", ["mitigated", "resolved"]],
    ["closed", ["resolved"]],
  ])("is a kind: %s", (kind, names) => {
    const found = namesOf(told({ kinds: [kind] }));
    for (const name of names) expect(found).toContain(name);
    if (names.length === 0) expect(found).toEqual([]);
  });

  it.each<[Saying, WeighedName[]]>([
    ["harmed", ["impact_started"]],
    ["hits_users", ["impact_started"]],
    ["breaks", ["impact_started"]],
    ["begins", ["impact_started"]],
    ["fails_wholly", ["impact_started"]],
    ["impact_label", ["impact_started"]],
    ["heard", ["detected"]],
    ["noticed", ["impact_started", "detected"]],
    ["seen_failing", ["detected"]],
    ["status_post", ["detected"]],
    ["found_out", ["detected", "responding"]],
    ["looked_into", ["detected", "responding"]],
    ["bad", ["impact_started", "detected"]],
    ["fix_live", ["mitigation_started", "mitigated"]],
    ["brings_back", ["mitigation_started"]],
    ["acts", ["mitigation_started"]],
    ["well", ["mitigated", "resolved"]],
    ["partly_well", ["mitigated"]],
    ["watching", ["mitigated"]],
    ["over", ["mitigated", "resolved"]],
    ["works", ["mitigated", "resolved"]],
    ["said_resolved", ["resolved"]],
    ["end_label", ["resolved"]],
    ["mistake", []],
  ])("is a saying: %s", (saying, names) => expect(namesOf(told({ says: [saying] }))).toEqual(names));

  it("is a kind that its words make possible, for an end one likelier than none", () => {
    expect(namesOf(told({ maybe: [["joined", 0.2]] }))).toEqual(["responding"]);
    expect(namesOf(told({ maybe: [["joined", 0]] }))).toEqual([]);
    const closed = (chance: number) =>
      told({
        maybe: [
          ["closed", chance],
          ["observation", 0.4],
        ],
      });
    expect([0.3, 0.4, 0.5].map((chance) => namesOf(closed(chance)).length)).toEqual([0, 0, 1]);
  });
});

describe("an event that is excluded whatever its weights", () => {
  const found = (names: Partial<Record<WeighedName, ToldEvent>>): ReadStory["found"] =>
    new Map(Object.entries(names).map(([name, event]) => [name as WeighedName, { event, reason: "" }]));
  const END = told({ kinds: ["resolved"], minute: 90 });
  const isOut = (name: WeighedName, event: Told, others: Told[] = [], ends: ReadStory["found"] = new Map()) =>
    RULED_OUT[name](told(event), { events: [told(event), ...others.map(told)], found: ends });

  it.each<[WeighedName, Told, boolean]>([
    ["impact_started", { kinds: ["metric_shift"] }, true],
    ["impact_started", { kinds: ["dependency_event"] }, true],
    ["impact_started", { kinds: ["alert_fired"] }, true],
    ["impact_started", { kinds: ["alert_fired"], says: ["hits_users"] }, false],
    ["impact_started", { kinds: ["alert_fired"], says: ["breaks"] }, false],
    ["impact_started", { kinds: ["alert_fired", "impact_started"] }, false],
    ["impact_started", { says: ["looked_into"] }, true],
    ["impact_started", { kinds: ["impact_started"], says: ["looked_into"] }, false],
    ["impact_started", { title: "First signs of trouble" }, true],
    ["impact_started", { kinds: ["error_observed"] }, false],
    ["detected", {}, true],
    ["detected", { kinds: ["alert_fired"] }, false],
    ["detected", { kinds: ["acknowledged"] }, false],
    ["detected", { says: ["heard"] }, false],
    ["detected", { says: ["noticed"] }, false],
    ["detected", { says: ["seen_failing"] }, false],
    ["detected", { says: ["looked_into"] }, false],
    ["responding", { says: ["status_post"] }, true],
    ["responding", { says: ["looked_into"] }, false],
    ["mitigation_started", { says: ["in_vain"], minute: 1 }, true],
    ["mitigation_started", { kinds: ["restarted"] }, true],
    ["mitigation_started", { kinds: ["restarted"], says: ["works"] }, false],
    ["mitigated", { says: ["end_label"] }, true],
    ["mitigated", { kinds: ["resolved"] }, true],
    ["mitigated", { kinds: ["closed"] }, true],
    ["mitigated", { kinds: ["resolved"], says: ["well"] }, false],
    ["mitigated", { kinds: ["resolved"], says: ["works"] }, false],
    ["mitigated", { says: ["acts"] }, true],
    ["mitigated", { says: ["acts", "well"] }, false],
    ["mitigated", { says: ["acts"], kinds: ["rollback_finished"] }, false],
    ["resolved", { kinds: ["handoff"] }, true],
    ["resolved", { says: ["watching"] }, true],
    ["resolved", { kinds: ["resolved"] }, false],
  ])("as %s: %j is %s", (name, event, out) => expect(isOut(name, event)).toBe(out));

  it("depends on the milestones found and on later events", () => {
    const act: Told = { kinds: ["restarted"], says: ["acts"] };
    expect(isOut("responding", { minute: 3 }, [], found({ detected: told({ minute: 3 }) }))).toBe(true);
    expect(isOut("mitigation_started", act, [{ minute: 1 }])).toBe(false);
    expect(isOut("mitigation_started", act, [], found({ resolved: END }))).toBe(false);
    expect(isOut("mitigated", act, [], found({ resolved: END }))).toBe(false);
    expect(isOut("mitigated", act, [], found({ mitigated: END }))).toBe(false);
    const tidying: Told = { ...act, minute: 5 };
    expect(isOut("resolved", tidying, [], found({ mitigated: told({ minute: 4 }) }))).toBe(true);
    expect(isOut("resolved", tidying, [], found({ mitigated: told({ minute: 6 }) }))).toBe(false);
    const end: Told = { kinds: ["resolved"], minute: 5 };
    expect(isOut("resolved", end, [{ kinds: ["reopened"], minute: 6 }])).toBe(true);
    expect(isOut("resolved", end, [{ kinds: ["declared"], minute: 4 }])).toBe(false);
  });
});
