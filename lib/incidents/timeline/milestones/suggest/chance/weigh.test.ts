import { describe, expect, it } from "vitest";
import { findByRules } from "../rules/by-rules.ts";
import { suggestMilestones } from "../suggest-milestones.ts";
import { eventsOf, timesOf } from "../testing/told-lines.ts";
import { WEIGHED } from "./candidates.ts";
import { weigh } from "./weigh.ts";

const LINES = [
  "10:00 Users cannot sign in",
  "10:05 PagerDuty alert fires: sign-in errors",
  "10:12 Bo looks into the logs",
  "10:30 Rolled back the release",
  "10:34 Sign-ins work again",
  "10:50 Incident resolved",
];
const SAID = { milestones: {}, isSettled: () => false, isRefused: () => false };
const told = () => findByRules(eventsOf(LINES), SAID);
const names = (chance: number) => [...weigh(told(), SAID, () => chance).keys()];

it("leaves out what isn't likely enough, and milestones that aren't weighed", () => {
  const found = [...told().found.keys()];
  expect(names(0.49)).toEqual(found.filter((name) => !WEIGHED.some((one) => one === name)));
  expect(names(0.9)).toEqual(expect.arrayContaining(found));
});

it("asks less of an event that a rule found as well", () => {
  const found = [...told().found.keys()].sort();
  expect([...weigh(told(), SAID, (_name, marks) => (marks.includes("found") ? 0.5 : 0)).keys()].sort()).toEqual(found);
  const others = weigh(told(), SAID, (_name, marks) => (marks.includes("found") ? 0 : 0.5));
  expect([...others.keys()].some((name) => WEIGHED.some((one) => one === name))).toBe(false);
});

it.each([
  "Sign-ins start to come back",
  "Sign-in began recovering",
  "Logins starting to work again",
  "Sign-ins restored but intermittent",
  "Login works again, though sign-up is slow",
])("a recovery that has only started isn't the end, however likely: %s", (title) => {
  const story = findByRules(eventsOf([...LINES.slice(0, 4), `10:40 ${title}`]), SAID);
  const weighed = weigh(story, SAID, (name, marks) => (name === "resolved" && marks.includes("last") ? 0.9 : 0.1));
  expect(weighed.get("resolved")).toBeUndefined();
});

it.each([
  "Confirmed 187Gb of space has been recovered",
  "40 GB of disk space freed",
  "12 GiB were reclaimed",
  "300 MB freed",
])("space that is free again isn't relief, however likely: %s", (title) => {
  const story = findByRules(eventsOf([...LINES.slice(0, 3), `10:40 ${title}`]), SAID);
  const weighed = weigh(story, SAID, (name, marks) => (name === "mitigated" && marks.includes("last") ? 0.9 : 0.1));
  expect(weighed.get("mitigated")).toBeUndefined();
});

it("a recovery that starts and ends in one line is the end", () => {
  const lines = [...LINES.slice(0, 4), "10:40 Sign-ins started to come back and service was restored"];
  const story = findByRules(eventsOf(lines), SAID);
  const weighed = weigh(story, SAID, (name, marks) => (name === "resolved" && marks.includes("last") ? 0.9 : 0.1));
  expect(weighed.get("resolved")?.event.at.slice(11, 16)).toBe("10:40");
});

it("suggests the likeliest event although the rules found another", () => {
  const weighed = weigh(told(), SAID, (name, marks) => (name === "resolved" && marks.includes("last") ? 0.9 : 0.1));
  expect([...weighed].map(([name, { event }]) => [name, event.at.slice(11, 16)])).toEqual([["resolved", "10:50"]]);
});

it("suggests no rejected event, however likely", () => {
  const events = eventsOf(LINES);
  const refused = events.map(({ id }) => ({ name: "resolved" as const, eventId: id }));
  expect(suggestMilestones(events, {}, [], refused).map(({ name }) => name)).not.toContain("resolved");
});

describe("keeps what the source states, however unlikely", () => {
  const stated = (line: string) => {
    const story = findByRules(eventsOf([...LINES.slice(0, 4), line]), SAID);
    return weigh(story, SAID, () => 0)
      .get("resolved")
      ?.event.at.slice(11, 16);
  };
  it.each(["10:40 End time", "10:40 OUTAGE ENDS", "10:40 Errors fall (outage ends)"])("keeps “%s”", (line) =>
    expect(stated(line)).toBe("10:40"),
  );
  it("but not what it only describes: all is well", () => expect(stated("10:40 Back to normal")).toBeUndefined());
});

it.each([
  "First disruption resolved",
  "1st incident resolved",
  "The first outage was resolved",
  "Initial issue resolved",
  "First wave resolved",
])("suggests no resolution at the end of one of several: %s", (title) => {
  const lines = [...LINES.slice(0, 4), `10:40 ${title}`, "11:30 Users cannot sign in again", "11:50 Alert fires again"];
  expect(timesOf(lines)["resolved"]).toBeUndefined();
});

it.each(["Incident resolved", "Declared resolved", "Incident marked as resolved", "Resolved", "Ticket closed"])(
  "suggests no mitigation at an end that is only declared: %s",
  (title) => {
    const lines = [
      "09:55 Restarted the workers",
      ...LINES.slice(0, 2),
      `10:30 ${title}`,
      "10:41 Mitigated by failing over",
    ];
    expect(timesOf(lines)["mitigated"]).not.toBe("10:30");
  },
);

it.each([
  "It looks like this has been fixed",
  "Looks like somebody fixed the proxy",
  "The queue seems to be patched",
  "It appears that the vendor corrected it",
  "We think that it was fixed by the vendor",
])("gathering people isn't a step: %s", (title) =>
  expect(timesOf([...LINES.slice(0, 3), `10:40 ${title}`])["mitigation_started"]).toBeUndefined(),
);

it.each([
  "START OF OUTAGE: DNS answers are wrong",
  "The change takes effect <START OF OUTAGE>",
  "BEGINNING OF IMPACT, orders fail",
  "START OF THE INCIDENT",
])("starts where a label says so: %s", (title) =>
  expect(timesOf([`09:50 ${title}`, ...LINES])["impact_started"]).toBe("09:50"),
);

it.each([
  "I reported the likely cause in the chat",
  "I reported where the time goes, wrongly",
  "We reported what we knew to the board",
])("suggests no detection at the team's own report: %s", (title) =>
  expect(timesOf([LINES[0] ?? "", `10:02 ${title}`, ...LINES.slice(1)])["detected"]).not.toBe("10:02"),
);

it.each([
  "Investigating - We are looking into failed sign-ins",
  "Investigating: logins fail for some users, we are on it",
  "Identified - We found that a proxy drops sessions",
  "Update - We are still investigating the cause",
  "Investigating",
])("a post on a status page isn't hands-on work: %s", (title) => {
  const lines = [LINES[0] ?? "", `10:06 ${title}`, "10:40 Resolved - Sign-ins work again"];
  expect(timesOf(lines)["responding"]).toBeUndefined();
});

it("keeps the rollback of the cause by its mark, whatever the reason says", () => {
  const lines = ["09:30 The new rule goes out to all edges", "10:00 Users cannot sign in", "10:30 Rule rolled back"];
  const kept = (isUndone?: true) => {
    const story = findByRules(eventsOf(lines), SAID);
    const cause = story.found.get("trigger_change");
    if (cause)
      story.found.set("trigger_change", { event: cause.event, reason: "Other words", ...(isUndone && { isUndone }) });
    return weigh(story, SAID, () => 0.1).has("mitigation_started");
  };
  expect(findByRules(eventsOf(lines), SAID).found.get("trigger_change")?.isUndone).toBe(true);
  expect([kept(true), kept()]).toEqual([true, false]);
});
