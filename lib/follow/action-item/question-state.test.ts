import { expect, it } from "vitest";
import { questionState } from "./question-state.ts";

const day = (date: string) => new Date(`2026-${date}T12:00:00Z`);
type Asked = Parameters<typeof questionState>[0];
const ASKED: Asked = {
  ...{ status: "verified", verifiedAt: day("02-02") },
  ...{ startedAt: day("03-10"), askedAt: day("03-12"), answers: [] },
};
const answer = (date: string, given: "yes" | "no" = "yes") => ({ answer: given, at: day(date) });

it.each<[string, Partial<Asked>, string, string | null]>([
  ["not answered", {}, "asked", null],
  ["answered before it was asked", { answers: [answer("03-01")] }, "asked", null],
  ["answered since, twice", { answers: [answer("03-13"), answer("03-20", "no")] }, "answered", "no"],
  ["in progress again", { status: "in_progress", verifiedAt: null, answers: [answer("03-13")] }, "reopened", null],
  ["verified since", { verifiedAt: day("04-01"), answers: [answer("03-13")] }, "verified_again", null],
])("of an action that is %s", (_, change, state, last) => {
  const found = questionState({ ...ASKED, ...change });
  expect([found.state, found.last?.answer ?? null]).toEqual([state, last]);
});
