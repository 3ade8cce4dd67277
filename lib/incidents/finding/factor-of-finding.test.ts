import { expect, it } from "vitest";
import { factorOfFinding } from "./factor-of-finding.ts";

const statement = "The pool held 10 connections.";
const place = { filename: "old.md", file: null, line: 12 };

it("names where a factor comes from, and adds the whole text if the statement is only a part of it", () => {
  expect(factorOfFinding(statement, { asWritten: statement }, place)).toEqual({
    statement,
    detail: "From old.md, line 12.",
  });
  const asWritten = `${statement} Nobody had changed it since the launch.`;
  expect(factorOfFinding(statement, { asWritten }, { ...place, filename: "all.zip", file: "old.md" }).detail).toBe(
    `${asWritten}\n\nFrom all.zip, old.md, line 12.`,
  );
});
