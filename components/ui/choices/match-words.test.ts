import { describe, expect, it } from "vitest";
import { canCreate, matchScore, rankByWords } from "./match-words.ts";

type Choice = string | readonly [label: string, detail: string];

const best = (typed: string, choices: readonly Choice[]) =>
  rankByWords(
    choices.map((choice) => (typeof choice === "string" ? ([choice, ""] as const) : choice)),
    ([label, detail]) => matchScore(label, typed, [detail]),
  ).map(([label]) => label);

describe("typing in a list of choices", () => {
  it.each([
    ["acme s", [["Acme Checkout", "Storefront"], "Acme Search"], "Acme Search"],
    [
      "acme s",
      [
        ["Acme Checkout", "Acme shop team"],
        ["Acme Search", "Platform"],
      ],
      "Acme Search",
    ],
    ["mail", ["Acme Mail", "Mailroom", "Mail"], "Mail"],
    ["mail", ["Acme Mail", "Mailroom"], "Mailroom"],
    ["s a", ["Acme Search", "Search Acme"], "Search Acme"],
    ["check", ["Health checker", "Acme Checkout", "Checkout"], "Checkout"],
    ["p1", ["P10", "P1"], "P1"],
    ["zürich", ["Zurich queue", "Bern queue"], "Zurich queue"],
    ["zurich", ["Zürich queue", "Bern queue"], "Zürich queue"],
    [
      "ada l",
      [
        ["Alan", "ada.lovelace@example.com"],
        ["Ada Lovelace", "al@example.com"],
      ],
      "Ada Lovelace",
    ],
    ["inc-14", ["INC-140 Mail is late", "INC-14 Uploads fail"], "INC-140 Mail is late"],
    ["14", ["A 2014 plan", "INC-14 Uploads fail"], "INC-14 Uploads fail"],
  ] as const)("%s in %j: %s", (typed, choices, wanted) => {
    expect(best(typed, choices)[0]).toBe(wanted);
  });

  it("lists a choice with the words in another order last, and none without one of them", () => {
    expect(best("search acme", ["Acme Search", "Search for Acme"])).toEqual(["Search for Acme", "Acme Search"]);
    expect(best("acme s", ["Acme Mail", "Billing"])).toEqual([]);
  });

  it.each([
    ["acme search", ["Acme Checkout", "Acme Mail"], true],
    ["Acme", ["Acme Checkout"], true],
    ["acme checkout ", ["Acme Checkout"], false],
    ["ACME SEARCH", ["acme search"], false],
    ["zurich", ["Zürich"], false],
    ["  ", [], false],
    ["x", [], true],
  ])("%s next to %j can be a new value: %s", (typed, labels, expected) => {
    expect(
      canCreate(
        labels.map((label) => ({ label })),
        typed,
      ),
    ).toBe(expected);
  });

  it("doesn't change the list while nothing is typed", () => {
    expect(best("  ", ["b", "a"])).toEqual(["b", "a"]);
  });
});
