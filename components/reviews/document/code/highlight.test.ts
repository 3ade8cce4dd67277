import { expect, it } from "vitest";
import { LANGUAGES, loadHighlight } from "./highlight.ts";

it("colours code by its language, and keeps every letter", async () => {
  const highlight = await loadHighlight();
  const code = 'SELECT 1 FROM "jobs" -- all\n';
  const pieces = highlight(code, "sql");
  expect(pieces.map(({ text }) => text).join("")).toBe(code);
  expect(pieces.find(({ text }) => text === "SELECT")?.kind).toBe("keyword");
  expect(pieces.find(({ text }) => text === "-- all")?.kind).toBe("comment");
});

it("knows every language that can be chosen, and their short names", async () => {
  const highlight = await loadHighlight();
  const known = (language: string) => highlight('# if x = "1"', language).some(({ kind }) => kind !== null);
  for (const { value } of LANGUAGES) expect(() => highlight("a", value), value).not.toThrow();
  expect(["sh", "py", "rb", "yml"].map(known)).toEqual([true, true, true, true]);
});

it("leaves code in one colour if its language is unknown or it is very long", async () => {
  const highlight = await loadHighlight();
  expect(highlight("SELECT 1", "klingon")).toEqual([{ text: "SELECT 1", kind: null }]);
  const long = "SELECT 1;\n".repeat(2001);
  expect(highlight(long, "sql")).toEqual([{ text: long, kind: null }]);
});
