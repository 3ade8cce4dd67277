import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ConditionChanges } from "./condition-changes.tsx";
import { ConditionIncidents } from "./condition-incidents.tsx";
import { ConditionTrend } from "./condition-trend.tsx";
import { changeOf, condition, fixOf, incidentOf } from "./testing/condition.ts";

const htmlOf = (shown: ReactNode) =>
  renderToStaticMarkup(
    <NuqsTestingAdapter>
      <QueryClientProvider client={new QueryClient()}>{shown}</QueryClientProvider>
    </NuqsTestingAdapter>,
  );
const textOf = (shown: ReactNode) =>
  htmlOf(shown)
    .replace(/<[^>]+>/g, "|")
    .replace(/\|+/g, "|");

const CHANGES = [
  changeOf("SC-1"),
  changeOf("SC-2", { status: "delivered", deliveredAt: "2020-05-04T10:00:00.000Z" }),
  changeOf("SC-3", { status: "effect_checked", deliveredAt: "2020-03-02T10:00:00.000Z" }),
];

describe("the strategic changes of a condition", () => {
  it("are listed with their state and the day of their delivery", () => {
    const shown = textOf(<ConditionChanges changes={CHANGES} />);
    expect(shown).toContain("|Strategic changes|");
    expect(shown).toContain("|SC-1|Title of SC-1|In progress|");
    expect(shown).toContain("|SC-2|Title of SC-2|Delivered|on Mon 4 May 2020|");
    expect(shown).toContain("|SC-3|Title of SC-3|Effect checked|delivered Mon 2 Mar 2020|");
  });

  it("have no section without any", () => {
    expect(textOf(<ConditionChanges changes={[]} />)).toBe("");
  });

  it("are in the trend on the day they were delivered, and not before", () => {
    const shown = htmlOf(<ConditionTrend condition={condition({ changes: CHANGES })} />);
    expect(shown).toContain("SC-2 delivered");
    expect(shown).toContain("SC-3 delivered");
    expect(shown).not.toContain("SC-1");
    expect(shown).toContain("Delivered: SC-2 and SC-3.");
    expect(shown).toContain("and strategic changes, on the day they were delivered");
  });

  it("have no line in the trend without a delivery", () => {
    const shown = textOf(<ConditionTrend condition={condition({ changes: CHANGES.slice(0, 1) })} />);
    expect(shown).toContain("|Fixes|");
    expect(shown).not.toContain("|Changes|");
    expect(shown).not.toContain("strategic changes");
  });
});

it("an incident says how far its own fixes are", () => {
  const fixes = [
    fixOf("ACT-1", { status: "verified", verifiedAt: "2020-02-02T10:00:00.000Z" }),
    fixOf("ACT-2", { dueDate: "2020-01-01" }),
    fixOf("ACT-3", { incidentKey: "INC-9" }),
  ];
  const incidents = [incidentOf("INC-1"), incidentOf("INC-2")];
  const shown = textOf(<ConditionIncidents condition={condition({ fixes, incidents })} />);
  expect(shown).toContain("|1 of 2 fixes verified, 1 late|");
  expect(shown).toContain("|No fix yet|");
});
