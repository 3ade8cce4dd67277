import { describe, expect, it } from "vitest";
import { makeEvent } from "./make-event.ts";
import { readInstant } from "./read-instant.ts";

const urlOf = (url: string | null) => {
  const time = readInstant("2026-03-04T09:00:00Z", {});
  if (!time) throw new Error("no time");
  return makeEvent({ line: 1, time, kind: "observation", title: "Deployed", url }).url;
};

describe("the link of an event", () => {
  it.each([
    ["https://ana:secret@ci.example.com/run/7?x=1", "https://ci.example.com/run/7?x=1"],
    ["http://token@ci.example.com/", "http://ci.example.com/"],
    ["HTTPS://:secret@ci.example.com/a", "https://ci.example.com/a"],
  ])("%s loses the part before its @", (given, kept) => {
    expect(urlOf(given)).toBe(kept);
  });

  it("is unchanged if it contains no password", () => {
    for (const url of ["https://CI.example.com/run/@ana", "http://ci.example.com?mail=ana@example.com"])
      expect(urlOf(url)).toBe(url);
  });

  it("is null if it isn't a web URL, or is too long for a link", () => {
    for (const url of [
      "javascript:alert(1)",
      "https://",
      "/run/7",
      `https://ci.example.com/${"a".repeat(2000)}`,
      "",
      null,
    ])
      expect(urlOf(url)).toBeNull();
  });
});
