import { expect, it } from "vitest";
import type { PublishedReview } from "#lib/contract/forum.ts";
import { byMonth } from "./by-month.ts";

const published = (key: string, publishedAt: string): PublishedReview => ({
  ...{
    key,
    publishedAt,
    title: key,
    summary: "",
    authors: [],
    learnings: [],
    factorCount: 0,
    actionCount: 0,
    actionsVerified: 0,
  },
  again: null,
  incident: { key: "INC-1", title: "", severity: 2, startedAt: publishedAt, band: [], services: [] },
});
const reviews = [
  published("REV-3", "2026-03-01T03:00:00Z"),
  published("REV-2", "2026-02-03T10:00:00Z"),
  published("REV-1", "2025-12-30T10:00:00Z"),
];
const now = new Date("2026-03-02T12:00:00Z");

it("groups reviews by the month of publication in the reader's time zone", () => {
  const words = (zone: string) =>
    byMonth(reviews, zone, now).map((month) => [month.words, month.posts.map(({ review }) => review.key)]);
  expect(words("UTC")).toEqual([
    ["March", ["REV-3"]],
    ["February", ["REV-2"]],
    ["December 2025", ["REV-1"]],
  ]);
  expect(words("America/New_York")[0]).toEqual(["February", ["REV-3", "REV-2"]]);
  expect(byMonth(reviews, "America/New_York", now)[0]?.posts[0]?.publishedOn).toBe("2026-02-28");
});
