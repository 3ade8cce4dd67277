import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ConditionTrend } from "./condition-trend.tsx";
import { changeOf, condition, fixOf, incidentOf } from "./testing/condition.ts";

const CONDITION = condition({
  incidents: [
    { ...incidentOf("INC-2"), startedAt: "2020-03-04T09:00:00.000Z", resolvedAt: "2020-03-04T10:00:00.000Z" },
    { ...incidentOf("INC-9"), counted: false, kind: "drill" },
    { ...incidentOf("INC-1"), minutes: null },
  ],
  fixes: [
    fixOf("ACT-1", { status: "verified", verifiedAt: "2020-02-02T10:00:00.000Z" }),
    fixOf("ACT-2", { dueDate: "2020-01-01" }),
    fixOf("ACT-3"),
  ],
  changes: [
    changeOf("SC-2", { status: "delivered", deliveredAt: "2020-05-04T10:00:00.000Z" }),
    changeOf("SC-3", { startsOn: "2020-01-06", endsOn: "2020-02-28", dated: true, health: "at_risk" }),
    changeOf("SC-4", { status: "funded", startsOn: "2020-04-01", endsOn: "2020-06-30", health: "on_track" }),
    changeOf("SC-5"),
  ],
});

const shown = (address: string) =>
  renderToStaticMarkup(
    <NuqsTestingAdapter searchParams={address}>
      <QueryClientProvider client={new QueryClient()}>
        <ConditionTrend condition={CONDITION} />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );

/** The cells of each row of the table, as text. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr.*?<\/tr>/g)].map(([row]) =>
    row
      .replace(/<svg.*?<\/svg>/g, "")
      .replace(/<[^>]+>/g, "|")
      .split("|")
      .filter((part) => part.trim() !== ""),
  );

describe("the table of a trend", () => {
  it("is closed until it's asked for", () => {
    const html = shown("");
    expect(html).toContain('aria-expanded="false"');
    expect(html).not.toContain("<table");
  });

  it("lists what the drawing shows in its order, with days, states and minutes", () => {
    const html = shown("?trend=table");
    expect(html).toContain('aria-expanded="true"');
    expect(rowsOf(html)).toEqual([
      ["Record", "Day", "State", "Weighted minutes"],
      ["Incidents", "2"],
      ["INC-1 Title of INC-1", "Fri 10 Jan 2020", "Not resolved", "Unknown"],
      ["INC-2 Title of INC-2", "Wed 4 Mar 2020", "Resolved", "12 min"],
      ["Fixes", "3"],
      ["ACT-1 Title of ACT-1", "Sun 2 Feb 2020", "Verified"],
      ["ACT-2 Title of ACT-2", "Wed 1 Jan 2020", "Accepted", expect.stringMatching(/^\d+ d late$/)],
      ["ACT-3 Title of ACT-3", "None", "Accepted"],
      ["Strategic changes", "4"],
      ["SC-2 Title of SC-2", "Mon 4 May 2020", "Delivered"],
      ["SC-3 Title of SC-3", "Mon 6 Jan 2020", " to ", "Fri 28 Feb 2020", "In progress", "At risk"],
      ["SC-4 Title of SC-4", "Q2 2020", "Funded"],
      ["SC-5 Title of SC-5", "None", "In progress"],
    ]);
  });

  it("heads each row with its record, which it links to", () => {
    expect(shown("?trend=table")).toMatch(/<th scope="row"><a [^>]*href="\/actions\/ACT-1"/);
  });
});
