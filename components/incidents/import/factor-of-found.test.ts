import { expect, it } from "vitest";
import { factorOfFound } from "./factor-of-found.ts";

const found = { line: 12, statement: "The pool held 10 connections.", role: "contributor" as const };

it("says where a factor comes from, and the whole text where the statement is a part of it", () => {
  expect(factorOfFound({ ...found, asWritten: found.statement }, "old.md")).toEqual({
    statement: found.statement,
    role: "contributor",
    detail: "From old.md, line 12.",
  });
  const asWritten = `${found.statement} Nobody had changed it since the launch.`;
  expect(factorOfFound({ ...found, asWritten }, "old.md").detail).toBe(`${asWritten}\n\nFrom old.md, line 12.`);
});
