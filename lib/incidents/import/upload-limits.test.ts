import { expect, it } from "vitest";
import { largestUploadBytes, UPLOAD_LIMITS, type UploadKind, uploadKindOf, uploadLimitBytes } from "./upload-limits.ts";

it.each<[string, string, UploadKind]>([
  ["export.zip", "PK\u0003\u0004", "zip"],
  ["events.csv", "PK\u0003\u0004", "zip"],
  ["events.csv", "time,title", "table"],
  ["EVENTS.TSV", "time\ttitle", "table"],
  ["events.csv.txt", "time,title", "text"],
  ["events.csv", ' \n{"a":1}', "json"],
  ["events", "\uFEFF[1]", "json"],
  ["alert.eml", "From: ana", "mail"],
  ["alert.EML", "From: ana", "mail"],
  ["alert.eml.txt", "From: ana", "text"],
  ["notes.md", "see {this}", "text"],
  ["notes.md", "", "text"],
])("%s with %j at its start is %s", (name, head, kind) => expect(uploadKindOf(name, head)).toBe(kind));

it("allows more of what is read in pieces, and no kind more than the largest", () => {
  const kinds = Object.keys(UPLOAD_LIMITS) as UploadKind[];
  const limits = Object.fromEntries(kinds.map((kind) => [kind, uploadLimitBytes(kind, 2.5)]));
  expect(limits).toEqual({ table: 25, zip: 25, json: 3, text: 3, mail: 3 });
  expect(largestUploadBytes(2.5)).toBe(25);
});
