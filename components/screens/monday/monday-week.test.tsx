import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Monday } from "#lib/contract/monday.ts";
import { MONDAY_FIGURES } from "#lib/story/monday-figures.ts";
import { Week } from "./monday-page.tsx";

const TODAY = "2026-11-02";
const AT = `${TODAY}T09:00:00Z`;
const many = <Row,>(count: number, row: (key: number) => Row): Row[] =>
  Array.from({ length: count }, (_, at) => row(at));
const action = (at: number) => ({ key: `ACT-${at}`, title: "Add a retry budget" });
const change = (at: number) => ({ key: `SC-${at}`, title: "Cells" });

const EVIDENCE = { kind: "link" as const, words: "Paged in 4 min", url: "https://ci.example", method: "drill" };

/** Another number of rows in each list, or they could be mixed up. */
const WEEK: Monday = {
  teams: [{ team: null, d1to7: 1, d8to30: 0, d31to90: 0, over90: 0, late: 1, open: 9 }],
  askedNext: many(2, (at) => ({ ...action(at), rung: "owner_before" as const, day: TODAY, to: null })),
  blocked: many(3, (at) => ({ ...action(at), reason: "No host", until: TODAY, by: "Files" })),
  moved: many(4, (at) => ({ ...action(at), from: null, to: TODAY, reason: "Late", moves: 1, at: AT })),
  waivers: many(2, (at) => ({ ...action(at), until: TODAY, approvedBy: "Wen" })),
  acceptances: many(3, (at) => ({ ...change(at), kind: "deferred" as const, until: TODAY, riskBy: "Sam" })),
  verified: many(6, (at) => ({ ...action(at), at: AT, by: "Ines", evidence: 1, shown: [EVIDENCE] })),
  changes: many(7, (at) => ({
    ...{ ...change(at), health: "off_track" as const, stale: false, healthAt: AT, owner: null, sponsorAsked: true },
  })),
  effects: many(8, (at) => ({ ...change(at), dueOn: TODAY, to: null })),
  reviews: many(9, (at) => ({ key: `REV-${at}`, title: "Slow", dueAt: "2026-11-01", owner: null })),
  proposals: many(10, (at) => ({ condition: { id: `${at}`, name: "By hand" }, incidents: 2, minutes: null })),
  totals: { askedNext: 2, moved: 4, verified: 6, reviews: 9, blocked: 3 },
  before: { late: 13, moved: 11, verified: 12 },
};

const html = renderToString(<Week week={WEEK} today={TODAY} />);
const partOf = (part: string) => html.split("<section").find((one) => one.includes(`id="${part}"`)) ?? "";

describe("a figure of the week", () => {
  it.each(MONDAY_FIGURES.filter(({ part }) => part !== null))(
    "opens a list with as many rows as it says: $name",
    ({ part, count }) => {
      expect(html).toContain(`href="#${part}"`);
      expect(partOf(part ?? "").match(/<li/g) ?? []).toHaveLength(count(WEEK));
    },
  );

  it("says how many rows a longer list has, and offers more of them", () => {
    const totals = { askedNext: 302, moved: 304, verified: 306, reviews: 309, blocked: 303 };
    const long = renderToString(<Week week={{ ...WEEK, totals }} today={TODAY} onMore={() => {}} />);
    const offered = [...long.matchAll(/aria-label="Show more of ([^"]+)"/g)].map(([, title]) => title);
    expect(offered).toEqual(["Reminders due", "Blocked", "Dates moved", "Verified", "Reviews past their deadline"]);
    expect(long.replaceAll("<!-- -->", "")).toContain("6 of 306");
    expect(html).not.toContain("Show more of");
  });

  it("opens the late actions, and counts none of them twice", () => {
    expect(MONDAY_FIGURES.filter(({ part }) => part === null).map(({ name }) => name)).toEqual(["late"]);
    expect(new Set(MONDAY_FIGURES.map(({ count }) => count(WEEK))).size).toBe(MONDAY_FIGURES.length);
  });

  it("has the one of the week before next to it, where history has it", () => {
    for (const words of ["13 a week ago", "11 the week before", "12 the week before"])
      expect(html.replaceAll("<!-- -->", "")).toContain(words);
  });
});

it("shows the evidence of a verified action: how it was checked, with its link", () => {
  expect(partOf("verified").replaceAll("<!-- -->", "")).toMatch(
    /drill: <a [^>]*href="https:\/\/ci\.example"[^>]*>Paged/,
  );
});
