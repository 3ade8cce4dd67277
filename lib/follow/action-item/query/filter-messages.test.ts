import { describe, expect, it } from "vitest";
import { QUERY_FIELD_NAMES } from "./fields.ts";
import { dateOfValue, type Filter, parseFilter, printFilter, problemOfCondition } from "./filter.ts";

describe("what a message of a filter says", () => {
  it.each([
    ['title~"open', "The filter can't be read from “\"open”"],
    [`team=mine and "${"x".repeat(40)}`, `The filter can't be read from “"${"x".repeat(18)}”`],
    ["x".repeat(2001), "A filter has at most 2000 characters"],
    ["team=mine)", "The filter has a bracket too many, or lacks an “and” or “or”"],
    ["(team=mine", "The filter lacks a closing bracket"],
    [`${"(".repeat(6)}team=mine${")".repeat(6)}`, "A filter has at most 5 levels of brackets"],
    [Array.from({ length: 51 }, () => "team=mine").join(" or "), "A filter has at most 50 conditions"],
    ["team=mine and", "The filter lacks a field"],
    ["team", "team needs an operator, such as ="],
    ["team,mine", "team needs an operator, such as ="],
    ["team=", "team needs a value"],
    ["team=mine,", "team needs a value"],
    ["status<accepted", "status can't be compared with <"],
    ["due<today,today", "due can have only one value after <"],
    ["priority=P9", "“P9” isn't a value of priority. Enter P0, P1, P2, P3"],
    ["owner=ana", "“ana” isn't a value of owner. Enter me, none or the id of a person"],
    ["team=payments", "“payments” isn't a value of team. Enter mine, none or the id of a team"],
    ["due=soon", "“soon” isn't a value of due. Enter a date such as 2017-01-31, today, today+7d or none"],
    [
      "due=2026-10-31today",
      "“2026-10-31today” isn't a value of due. Enter a date such as 2017-01-31, today, today+7d or none",
    ],
    ["moves=many", "“many” isn't a value of moves. Enter a whole number"],
    ["incident=REV-2", "“REV-2” isn't a value of incident. Enter a key such as INC-12, or none"],
    ["blocked=none", "“none” isn't a value of blocked. Enter yes or no"],
    [`title~${"x".repeat(201)}`, `“${"x".repeat(201)}” isn't a value of title. Enter at most 200 characters`],
    ['title~" "', "Enter text to look for"],
  ])("explains why %s is invalid", (text, message) =>
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ message })),
  );

  it.each([
    ["due<today 7d", "due<today+7d"],
    ["(due<today 2w or moves>=3) and team=mine", "(due<today+2w or moves>=3) and team=mine"],
    ["created>=today-1m and due<=today 30d", "created>=today-1m and due<=today+30d"],
    ['title~"today 7d"', 'title~"today 7d"'],
  ])("reads %s, whose plus a URL made a space, as %s", (text, meant) =>
    expect(parseFilter(text)).toEqual(parseFilter(meant)),
  );

  it("lists every field instead of one that it doesn't know", () => {
    const known = `Use one of ${QUERY_FIELD_NAMES.join(", ")}`;
    expect(() => parseFilter("colour=red")).toThrow(
      expect.objectContaining({ message: `Unknown field “colour”. ${known}` }),
    );
  });

  it("calls the field as the reader does, and asks for a value where there is none", () => {
    const problem = problemOfCondition({ field: "team", operator: "=", values: [] }, "Owner team");
    expect(problem).toBe("Owner team needs a value");
  });

  it.each([
    "blocked=no",
    `title~${"x".repeat(200)}`,
    "owner!=none",
    "title=none",
    Array.from({ length: 50 }, () => "team=mine").join(" or "),
    `${"(".repeat(5)}team=mine${")".repeat(5)}`,
    `team=mine${" ".repeat(1991)}`,
  ])("reads what is just within its limits: %#", (text) => expect(parseFilter(text)).not.toBeNull());

  it("reads words that look like others only in quotes", () => {
    const of = (value: string): Filter => ({ field: "title", operator: "~", values: [value] });
    expect(["and", "or", "a b", 'a"b', "disk"].map((one) => printFilter(of(one)))).toEqual([
      'title~"and"',
      'title~"or"',
      'title~"a b"',
      'title~"a\\"b"',
      "title~disk",
    ]);
    expect(printFilter(null)).toBe("");
    expect(printFilter({ join: "and", parts: [of("disk"), { join: "or", parts: [] }] })).toBe("title~disk");
  });

  it("reads no day that is far away, or that no month has", () => {
    const days = ["9999-12-31+1d", "1999-12-31", "2026-13-01", "2026-02-29", "+7d", "2026-10-31-3d"];
    expect(days.map((one) => dateOfValue(one, "2026-10-31"))).toEqual([
      null,
      "1999-12-31",
      null,
      null,
      null,
      "2026-10-28",
    ]);
  });
});
