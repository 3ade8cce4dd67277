import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { GONE_MS, PeopleHere, parseScreen } from "./people-here.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const priya = (screen: string, eventId: string | null = null) => ({ userId: "p", name: "Priya", screen, eventId });
const tomas = (screen: string, eventId: string | null = null) => ({ userId: "t", name: "Tomás", screen, eventId });

it("lists each person once, whatever they have open, and no one from another incident", () => {
  const here = new PeopleHere(() => undefined);
  here.say("i", tomas("1", "e1"));
  here.say("i", priya("1"));
  here.say("i", tomas("2", "e2"));
  here.say("other", priya("1", "e3"));
  expect(here.on("i")).toEqual([
    { id: "p", name: "Priya", eventIds: [] },
    { id: "t", name: "Tomás", eventIds: ["e1", "e2"] },
  ]);
});

it("reports people who come, open another event or leave, but not those who stay", () => {
  const told = vi.fn();
  const here = new PeopleHere(told);
  const count = (act: () => void) => {
    told.mockClear();
    act();
    return told.mock.calls.length;
  };
  expect(count(() => here.say("i", priya("1")))).toBe(1);
  expect(count(() => here.say("i", priya("1")))).toBe(0);
  expect(count(() => here.say("i", priya("1", "e1")))).toBe(1);
  expect(count(() => here.leave("i", { userId: "t", screen: "1" }))).toBe(0);
  expect(count(() => here.leave("i", { userId: "p", screen: "1" }))).toBe(1);
  expect(here.on("i")).toEqual([]);
});

it("forgets people who stop reporting, and keeps those who report", () => {
  const told = vi.fn();
  const here = new PeopleHere(told);
  here.say("i", priya("1"));
  here.say("i", tomas("1"));
  vi.advanceTimersByTime(GONE_MS - 1);
  here.say("i", priya("1"));
  told.mockClear();
  vi.advanceTimersByTime(1);
  expect(here.on("i").map(({ name }) => name)).toEqual(["Priya"]);
  expect(told).toHaveBeenCalledExactlyOnceWith("i");
  vi.advanceTimersByTime(GONE_MS);
  expect(here.on("i")).toEqual([]);
});

it("takes over what screens report to other processes, and not what it said itself", () => {
  const [one, other] = [new PeopleHere(() => undefined), new PeopleHere(() => undefined)];
  let echo = () => undefined;
  one.tellOthers = (news) => {
    other.hear(parseScreen(JSON.stringify(news)));
    echo = () => one.hear(news) as undefined;
  };
  one.say("i", priya("1", "e1"));
  expect(other.on("i")).toEqual([{ id: "p", name: "Priya", eventIds: ["e1"] }]);
  const late = echo;
  one.leave("i", { userId: "p", screen: "1" });
  late();
  expect([one.on("i"), other.on("i")]).toEqual([[], []]);
});

it("lets no one close another person's screen, and keeps a limited number per person", () => {
  const here = new PeopleHere(() => undefined);
  here.say("i", priya("same", "e1"));
  here.leave("i", { userId: "t", screen: "same" });
  expect(here.on("i")).toHaveLength(1);
  for (let screen = 0; screen < 50; screen++) here.say("i", tomas(String(screen), `e${screen}`));
  expect(here.on("i")[1]?.eventIds).toEqual(["e42", "e43", "e44", "e45", "e46", "e47", "e48", "e49"]);
});
