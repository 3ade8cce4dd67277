import { describe, expect, it } from "vitest";
import { agreeRoles, type NamedValues } from "./agree-roles.ts";
import type { SeriesRole } from "./series.ts";

const column = (
  name: string,
  role: SeriesRole | null,
  values: (number | null)[],
  hasPercentSign = false,
): NamedValues => ({
  ...{ name, role, hasPercentSign },
  values: new Map(values.map((value, at) => [String(at), value])),
});
const few = (role: SeriesRole | null, name = "low") => column(name, role, [0, 2, 3]);
const many = (role: SeriesRole | null, name = "high") => column(name, role, [10, 20, 30]);
const share = (role: SeriesRole | null) => column("share", role, [0, 0.5, 1]);
const hundred = (role: SeriesRole | null) => column("share", role, [0, 50, 100]);
const other = (role: SeriesRole | null, name = "other") => column(name, role, [5, 5, 5]);

const LEFT_OUT = "“other” was left out, because an earlier column has the same kind of value.";
const AS_PERCENT = "“share” goes up to 100, so it was read as a percentage.";
const NO_TOTAL = "There's a column of errors but none of all requests, so there's no share.";
const AS_SHARE = "“share” stays between 0 and 1, so it was read as the share of errors.";
const smaller = (name: string) => `“${name}” was read as errors, because it's smaller.`;
const all = (name: string) => `“${name}” was read as all requests.`;

describe("the roles of columns", () => {
  it.each<[string, NamedValues[], (SeriesRole | null)[], string[]]>([
    ["errors and all", [few("errors"), many("total")], ["errors", "total"], []],
    ["errors and good", [few("errors"), many("good")], ["errors", "good"], []],
    ["good and all", [many("good"), many("total")], ["good", "total"], []],
    ["a second of a kind", [few("errors"), many("total"), other("total")], ["errors", "total", null], [LEFT_OUT]],
    ["others without a kind", [few("errors"), many("total"), other(null)], ["errors", "total", null], []],
    [
      "a rate next to errors and all",
      [few("errors"), many("total"), few("ratio", "other")],
      ["errors", "total", null],
      [LEFT_OUT],
    ],
    [
      "a share next to errors and all",
      [few("errors"), many("total"), share("ratio")],
      ["errors", "total", "ratio"],
      [],
    ],
    ["a share alone", [share("ratio")], ["ratio"], []],
    ["a good share alone", [share("good_ratio")], ["good_ratio"], []],
    ["a percentage alone", [hundred("percent")], ["percent"], []],
    ["a good percentage alone", [hundred("good_percent")], ["good_percent"], []],
    ["a share of up to 100", [hundred("ratio")], ["percent"], [AS_PERCENT]],
    ["a good share of up to 100", [hundred("good_ratio")], ["good_percent"], [AS_PERCENT]],
    ["a percent sign", [column("share", "errors", [0, 50], true)], ["percent"], []],
    ["a percent sign of what is good", [column("share", "good", [0, 50], true)], ["good_percent"], []],
    ["a percent sign without a name", [column("share", null, [0, 50], true)], ["percent"], []],
    ["a rate and all requests", [few("ratio"), many("total")], ["errors", "total"], []],
    ["all requests and a rate", [many("total"), few("ratio"), other(null)], ["total", "errors", null], []],
    ["a share and all requests", [many("total"), share("ratio")], ["total", "ratio"], []],
    ["a share and something else", [other(null), share("ratio")], [null, "ratio"], []],
    ["a percentage and all requests", [many("total"), hundred("percent"), other(null)], ["total", "percent", null], []],
    [
      "a rate above all requests",
      [many("ratio", "share"), few("total")],
      ["percent", "total"],
      ["“share” goes up to 30, so it was read as a percentage."],
    ],
    ["errors alone", [few("errors")], ["errors"], [NO_TOTAL]],
    ["a share without a name", [share(null)], ["ratio"], [AS_SHARE]],
    ["a share that is called errors", [share("errors")], ["ratio"], [AS_SHARE]],
    ["errors and another", [few("errors"), other(null)], ["errors", "total"], [all("other")]],
    ["another and errors", [other(null), few("errors")], ["total", "errors"], [all("other")]],
    ["a smaller one first", [few(null), many(null)], ["errors", "total"], [smaller("low")]],
    ["a smaller one last", [many(null), few(null)], ["total", "errors"], [smaller("low")]],
    [
      "one that is equal at times",
      [column("low", null, [1, 2, null]), column("high", null, [1, 3, 1])],
      ["errors", "total"],
      [smaller("low")],
    ],
  ])("are clear for %s", (_, columns, roles, texts) => {
    const problems = texts.map((text) => ({ kind: "guess", line: null, text }));
    expect(agreeRoles(columns)).toEqual({ roles, problems });
  });

  const NOT_TWO = "It isn't clear whether “low” or “high” counts the errors. Rename them.";
  const RENAME = "It isn't clear which column counts errors and which counts all requests. Rename them.";
  it.each<[string, NamedValues[], string]>([
    ["nothing", [], RENAME],
    ["three without a kind", [few(null), many(null), other(null)], RENAME],
    ["two shares and another", [share("ratio"), hundred("percent"), other(null)], RENAME],
    [
      "a share above 100",
      [column("share", "ratio", [101])],
      "“share” goes up to 101: that isn't a share. Add a column with all requests.",
    ],
    [
      "a count without a name",
      [few(null)],
      "It isn't clear what “low” counts. Add a column with all requests, or use a share.",
    ],
    ["all requests alone", [many("total")], "“high” doesn't count errors. Add a column with errors."],
    ["two that are equal", [few(null), few(null, "high")], NOT_TWO],
    ["two that are each larger once", [column("low", null, [1, 3]), column("high", null, [2, 2])], NOT_TWO],
    ["two that share no instant", [column("low", null, [1, null]), column("high", null, [null, 2])], NOT_TWO],
    ["two of the same kind", [few("errors"), few("errors", "high")], NOT_TWO],
  ])("aren't clear for %s", (_, columns, unclear) => expect(agreeRoles(columns)).toEqual({ unclear }));
});
