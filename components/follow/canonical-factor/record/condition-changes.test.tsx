import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ConditionChanges } from "./condition-changes.tsx";
import { ConditionFigures } from "./condition-figures.tsx";
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

  it("are listed with their health while they are in progress", () => {
    const rated = [
      changeOf("SC-1", { health: "at_risk" }),
      changeOf("SC-2", { status: "delivered", health: "at_risk" }),
    ];
    const shown = textOf(<ConditionChanges changes={rated} />);
    expect(shown).toContain("|SC-1|Title of SC-1|In progress|At risk|");
    expect(shown).toContain("|SC-2|Title of SC-2|Delivered|");
    expect(shown.match(/At risk/g)).toHaveLength(1);
  });

  it("have the one that needs attention as their figure", () => {
    const changes = [
      changeOf("SC-6", { status: "declined" }),
      changeOf("SC-7", { health: "on_track" }),
      changeOf("SC-8", { health: "at_risk" }),
    ];
    expect(textOf(<ConditionFigures condition={condition({ changes })} />)).toContain("|SC-8|At risk, and 1 more|");
    expect(textOf(<ConditionFigures condition={condition({ changes: changes.slice(0, 1) })} />)).toContain(
      "|SC-6|Declined|",
    );
  });

  it("have no section without any", () => {
    expect(textOf(<ConditionChanges changes={[]} />)).toBe("");
  });

  it("are bars in the trend, to the day of their delivery or over their days", () => {
    const planned = changeOf("SC-4", { startsOn: "2020-01-06", endsOn: "2020-06-30", pace: 0, health: "at_risk" });
    const shown = htmlOf(<ConditionTrend condition={condition({ changes: [...CHANGES.slice(1), planned] })} />);
    expect(shown).toContain(
      "Strategic changes: SC-2 Title of SC-2, delivered on Mon 4 May 2020, " +
        "SC-3 Title of SC-3, effect checked on Mon 2 Mar 2020 and " +
        "SC-4 Title of SC-4, at risk, Mon 6 Jan 2020 to Tue 30 Jun 2020.",
    );
    for (const name of ["SC-2 Title of SC-2, delivered", "SC-4 Title of SC-4, at risk"])
      expect(shown).toMatch(new RegExp(`<text[^>]*>${name}</text>`));
    expect(shown).toContain("and strategic changes over their days");
    expect(shown).not.toContain("no days yet");
  });

  it("are dashed in the trend while they are proposed or deferred", () => {
    const days = { startsOn: "2020-01-06", endsOn: "2020-06-30" };
    const firm = (status: "proposed" | "deferred" | "funded") =>
      /data-firm="(\w+)"/.exec(
        htmlOf(<ConditionTrend condition={condition({ changes: [changeOf("SC-1", { ...days, status })] })} />),
      )?.[1];
    expect([firm("proposed"), firm("deferred"), firm("funded")]).toEqual(["false", "false", "true"]);
  });

  it("aren't drawn without days, which the trend counts, apart from declined ones", () => {
    const changes = [CHANGES[0] ?? changeOf("SC-1"), changeOf("SC-5", { status: "declined" })];
    const shown = textOf(<ConditionTrend condition={condition({ changes })} />);
    expect(shown).toContain("|Fixes|");
    expect(shown).not.toContain("|Change|");
    expect(shown).not.toContain("SC-1");
    expect(shown).toContain("1 strategic change has no days yet.");
  });
});

describe("the figures of a condition", () => {
  const figures = (more: Parameters<typeof condition>[0]) => textOf(<ConditionFigures condition={condition(more)} />);

  it("have no zeros before the first incident, fix or strategic change", () => {
    const shown = figures({ incidentCount: 0, incidents: [] });
    expect(shown).toContain("|Seen in|No incidents yet|");
    expect(shown).toContain("|Fixes verified|No fixes yet|");
    expect(shown).toContain("|Recurred after a fix|No fix verified yet|");
    expect(shown).toContain("|Strategic changes|None|");
    expect(shown).not.toMatch(/\|0\b/);
  });

  it("count comebacks once a fix is verified, and tell of a year without incidents", () => {
    const fixes = [fixOf("ACT-1", { status: "verified", verifiedAt: "2020-02-02T10:00:00.000Z" }), fixOf("ACT-2")];
    const shown = figures({ fixes });
    expect(shown).toContain("|Fixes verified|1| of |2|Recurred after a fix|0|");
    expect(shown).toContain("None in the last 12 months");
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
