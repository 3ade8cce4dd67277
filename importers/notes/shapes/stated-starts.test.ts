import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";

const LIST =
  "- 14:05 UTC: Alert fires\n- 14:10 UTC: Ana joins the call\n- 14:40 UTC: Rolled back\n- 14:50 UTC: All is well";
const reportOf = (told: string, list = LIST) =>
  `# Postmortem: orders\n\n**Date**: 2026-03-04\n\n## Summary\n${told}\n\n## Timeline\n${list}\n\n## Lessons\nNone.`;
const atsOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return parseSource({ filename: "a.md", bytes }, { zone: "UTC" }).events.map(({ at }) => at?.slice(0, 16));
};

describe("a start that only the summary tells", () => {
  it.each([
    "At 14:00 UTC, traffic between the regions was interrupted, causing failures of orders.",
    "Orders became unavailable at 14:00 UTC because of a full disk.",
    "At 14:00 UTC on all shops, the checkout was down for 50 minutes.",
    "The API started timing out at 14:00 UTC, with elevated errors for everyone.",
    "Starting at 14:00 UTC, customers experienced an outage of the shop.",
    "- **Start**: the outage began at 14:00 UTC",
    "Our site went down at 2:00 PM UTC.",
    "Um 14:00 UTC fiel die Anmeldung aus, ein Ausfall von 50 Minuten.",
    "À 14:00 UTC, une panne a coupé les commandes.",
    "A las 14:00 UTC hubo una caída del servicio de pedidos.",
    "Orders became unavailable at 14:00 GMT because of a full disk.",
    "Orders became unavailable at 14:00Z because of a full disk.",
  ])("comes before the timeline: %s", (told) => {
    const ats = atsOf(reportOf(told));
    expect(ats).toHaveLength(5);
    expect(ats[0]).toBe("2026-03-04T14:00");
  });

  it("is on the day of the first entry", () => {
    const list = LIST.replace("14:05", "2026-03-02 14:05");
    expect(atsOf(reportOf("Orders failed at 14:00 UTC in an outage.", list))[0]).toBe("2026-03-02T14:00");
    const headed = `### 3 March 2026\n${LIST}`;
    expect(atsOf(reportOf("Orders failed at 14:00 UTC in an outage.", headed))[0]).toBe("2026-03-03T14:00");
  });

  it.each([
    ["the timeline tells it", "At 14:05 UTC, traffic was interrupted by an outage."],
    ["it tells the whole span", "From 14:00 UTC to 14:50 UTC there was an outage."],
    ["it ends there", "The outage lasted until 14:00 UTC."],
    ["it has two times", "The outage hit at 14:00 UTC and was noticed at 14:03 UTC."],
    ["it is about another day", "A similar outage struck at 14:00 UTC the previous day."],
    ["it has a date of its own", "On 1 March at 14:00 UTC there was an outage."],
    ["it has a date further on", "The outage of 1 March hit the mail at 14:00 UTC."],
    ["it has a weekday", "On Mondays the mail had an outage at 14:00 UTC."],
    ["it has a month", "In February the mail had an outage at 14:00 UTC."],
    ["it has a year", "In 2024 the mail had an outage at 14:00 UTC."],
    ["it is of last month", "An outage hit the mail last month at 14:00 UTC."],
    ["it is approximate", "At around 14 UTC, an outage started."],
    ["it is long before", "At 09:00 UTC, there was an outage of the mail."],
    ["it is in another zone", "At 14:00 CET, there was an outage of the mail."],
    ["it is later", "At 14:20 UTC, there was still an outage of the mail."],
    ["it tells no trouble", "At 14:00 UTC, the weekly report was sent."],
    ["it is planned", "The next outage is planned for 14:00 UTC."],
  ])("isn't added if %s", (_why, told) => expect(atsOf(reportOf(told))).toHaveLength(4));
});
