import { describe, expect, it } from "vitest";
import { likenessOf, wordsWithStems } from "./similarity.ts";

describe("likenessOf", () => {
  const shared = ["backup", "stop", "night"];
  const others = ["copi", "queue", "pool", "disk", "table", "cach"];

  it("needs three specific words in common, or all of one statement's", () => {
    expect(likenessOf(["backup", "stop", "copi"], ["backup", "stop", "queue"])).toBeNull();
    expect(likenessOf(["backup", "fail"], ["backup", "fail", "copi"])).toBeNull();
    expect(likenessOf(["backup", "stop"], ["backup", "stop", "queue"])).toEqual({
      score: 0.8,
      shared: ["backup", "stop"],
    });
    expect(likenessOf(["backup", "stop", "queue"], ["backup", "stop"])).toMatchObject({ score: 0.8 });
  });

  it("needs more than half of the telling words of both", () => {
    const alike = (count: number) => likenessOf([...shared, "one more"], [...shared, ...others.slice(0, count)]);
    expect(alike(3)?.score).toBe(0.6);
    expect(alike(4)).toBeNull();
  });

  it("takes different words for one thing as the same, and names them as the first statement does", () => {
    expect(likenessOf(["dump", "alarm"], ["backup", "alert"])).toEqual({ score: 1, shared: ["dump", "alarm"] });
  });

  it("doesn't count common words, and a hyphenated word only by its parts", () => {
    expect(likenessOf(["backup", "stop", "servic"], ["backup", "stop", "team"])?.score).toBe(1);
    expect(likenessOf(["load", "sign", "sign-in", "test"], ["load", "sign", "sign-in", "twice"])).toBeNull();
  });

  it("finds nothing in common of no words", () => {
    expect(likenessOf([], [])).toBeNull();
    expect(likenessOf(["servic"], ["servic"])).toBeNull();
  });
});

it.each([
  ["The policies were silently ignored", ["polici", "silent"], ["policies", "silently"]],
  ["No alarm, no alarm", ["alarm"], ["alarm"]],
  ["Backups", ["restor"], []],
])("finds the words of “%s” with the stems %j", (statement, stems, words) => {
  expect(wordsWithStems(statement, stems)).toEqual(words);
});
