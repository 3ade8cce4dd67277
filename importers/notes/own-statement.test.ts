import { describe, expect, it } from "vitest";
import { readSource } from "#importers/source/read-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";
import { notesImporter } from "./notes.ts";

const kindsIn = (sentence: string) =>
  notesImporter
    .parse(
      readSource(
        textInput(
          `# Outage of the shop on 3 March 2024\n\n${sentence}\n\nThe outage was discussed on 4 March 2024 at 09:00 UTC.\n`,
          "report.md",
        ),
      ),
      {},
    )
    .events.filter(({ at }) => at?.startsWith("2024-03-03"))
    .map(({ kind }) => kind);

describe("a sentence with several times", () => {
  it.each([
    ["Customers reported errors at 10:02 UTC and we restarted the broker at 10:20 UTC.", "customer_report restarted"],
    ["At 10:02 UTC the shop went down, and at 10:20 UTC the incident was resolved.", "impact_started resolved"],
    ["We declared an incident at 10:12 UTC and closed the incident at 11:40 UTC.", "declared closed"],
    ["The alert fired at 10:02 UTC, and Kim rolled back the release at 10:09 UTC.", "alert_fired rollback_finished"],
    ["At 10:02 UTC the on-call engineer was paged, at 10:20 UTC the site went down.", "paged impact_started"],
    ["Version 4.2 was deployed at 10:00 UTC, the site was down from 10:02 UTC on.", "deploy_finished impact_started"],
    ["The database was restarted at 10:09 UTC, and the site was restored by 10:30 UTC.", "restarted impact_ended"],
    ["At 10:02 UTC users reported errors, and at 10:40 UTC the problem was resolved.", "customer_report resolved"],
    ["We were paged at 10:02 UTC and rolled back the release at 10:20 UTC.", "paged rollback_finished"],
    [
      "The outage was declared over at 11:15 UTC, and it was posted on the status page at 11:20 UTC.",
      "resolved public_update",
    ],
  ])("reads an event per time in “%s”", (sentence, kinds) => {
    const told = kindsIn(sentence);
    expect(told).toHaveLength(2);
    const wrong = told.filter((kind, at) => kind !== "observation" && kind !== kinds.split(" ")[at]);
    expect(wrong, told.join(" ")).toEqual([]);
    expect(new Set(told)).not.toEqual(new Set(["observation"]));
  });

  it("gives no kind of one time to the other", () => {
    expect(kindsIn("The site was restored by 10:45 UTC and the outage was discussed at 11:30 UTC.")).toEqual([
      "impact_ended",
      "observation",
    ]);
  });
});
