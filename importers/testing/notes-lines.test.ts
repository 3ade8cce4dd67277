import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

/** Returns time of day and title of every event in UTC, or the question if the time is open. */
function rows(text: string, filename = "2024-03-01.md"): string[] {
  const { events } = parseSource(textInput(text, filename), { zone: "UTC" });
  return events.map(({ at, endAt, ambiguity, title }) => {
    const clock = (instant: string) => instant.slice(11, 16);
    return `${at ? clock(at) : `${ambiguity?.reason}?`}${endAt ? `-${clock(endAt)}` : ""} ${title}`;
  });
}

const THREE = ["10:00 Deploy starts", "10:05 Errors rise", "10:09 Rollback"];

describe("a break ends a line", () => {
  it.each([
    ["within a paragraph", "10:00 - Deploy starts<br> 10:05 - Errors rise<br>10:09 - Rollback"],
    ["below a heading", "## Timeline\n10:00 - Deploy starts<br>10:05 - Errors rise<br/>10:09 - Rollback"],
    ["as it is closed", "## Timeline\n10:00 Deploy starts<br />10:05 Errors rise<br />10:09 Rollback"],
    ["in capitals", "## Timeline\n10:00 Deploy starts<BR>10:05 Errors rise<BR>10:09 Rollback"],
    ["at the end of lines", "## Timeline\n10:00 Deploy starts<br>\n10:05 Errors rise<br>\n10:09 Rollback<br>"],
    ["twice", "## Timeline\n10:00 Deploy starts<br><br>10:05 Errors rise<br><br>10:09 Rollback"],
    ["in an item", "## Timeline\n- 10:00 Deploy starts<br>10:05 Errors rise<br>10:09 Rollback"],
    ["with bold times", "## Timeline\n**10:00** Deploy starts<br>**10:05** Errors rise<br>**10:09** Rollback"],
    ["with dates", "2024-03-01 10:00 Deploy starts<br>2024-03-01 10:05 Errors rise<br>2024-03-01 10:09 Rollback"],
    ["with dashes in front", "## Timeline\n- 10:00 Deploy starts<br>- 10:05 Errors rise<br>- 10:09 Rollback"],
    ["at the beginning of lines", "## Timeline\n10:00 Deploy starts\n<br>10:05 Errors rise\n<br>10:09 Rollback"],
    ["in a quotation", "## Timeline\n\n10:00: Deploy starts.<br>10:05: Errors rise.<br>10:09: Rollback."],
  ])("%s", (_what, text) => {
    expect(rows(text).map((row) => row.replace(/\.$/, ""))).toEqual(THREE);
  });

  it("and is a space within a cell, or if no time follows", () => {
    const table =
      "| Time | Event |\n|---|---|\n| 10:00 | Deploy starts<br>by hand |\n| 10:05 | Errors rise<br>10:04 in one region |";
    expect(rows(table)).toEqual(["10:00 Deploy starts by hand", "10:05 Errors rise 10:04 in one region"]);
    expect(rows("- 10:00 Deploy starts<br>by hand\n- 10:05 Errors rise\n- 10:09 Rollback")[0]).toMatch(
      /^10:00 Deploy starts/,
    );
  });
});

describe("a time without a colon behind a day", () => {
  it.each([
    "2024-03-01 1000: Deploy starts\n2024-03-01 1005: Errors rise\n2024-03-01 1009: Rollback",
    "- 2024-03-01 1000 Deploy starts\n- 2024-03-01 1005 Errors rise\n- 2024-03-01 1009 Rollback",
    "- 2024-03-01 1000 - Deploy starts\n- 2024-03-01 1005 - Errors rise\n- 2024-03-01 1009 - Rollback",
    "- 1 March 2024 1000: Deploy starts\n- 1 March 2024 1005: Errors rise\n- 1 March 2024 1009: Rollback",
    "- March 1, 2024 1000: Deploy starts\n- March 1, 2024 1005: Errors rise\n- March 1, 2024 1009: Rollback",
    "- 2024-03-01, 1000: Deploy starts\n- 2024-03-01, 1005: Errors rise\n- 2024-03-01, 1009: Rollback",
    "- 01/03/2024 1000: Deploy starts\n- 01/03/2024 1005: Errors rise\n- 31/03/2024 1009: Rollback",
    "- 2024-03-01 100012: Deploy starts\n- 2024-03-01 100512: Errors rise\n- 2024-03-01 100912: Rollback",
    "- **2024-03-01 1000**: Deploy starts\n- **2024-03-01 1005**: Errors rise\n- **2024-03-01 1009**: Rollback",
    "- 2024-03-01 1000 UTC: Deploy starts\n- 2024-03-01 1005 UTC: Errors rise\n- 2024-03-01 1009 UTC: Rollback",
    "- [2024-03-01 1000] Deploy starts\n- [2024-03-01 1005] Errors rise\n- [2024-03-01 1009] Rollback",
    "| When | What |\n|---|---|\n| 2024-03-01 1000 | Deploy starts |\n| 2024-03-01 1005 | Errors rise |\n| 2024-03-01 1009 | Rollback |",
  ])("is read: %s", (text) => {
    expect(rows(text)).toEqual(THREE);
  });

  it.each([
    ["2024-03-01 1000 customers were told\n2024-03-01 2500 pods were gone", []],
    [
      "- 2024-03-01 1999 requests failed\n- 2024-03-01 5000 requests failed",
      ["00:00 1999 requests failed", "00:00 5000 requests failed"],
    ],
  ])("is a number if nothing says that it is a time: %s", (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });
});

describe("a line that starts with a time", () => {
  it.each(["in", "on", "for", "was", "of", "the", "is", "than", "by", "and", "from"])(
    "is separate below one that ends in “%s”",
    (word) => {
      const text = (mark: string) =>
        `## Timeline\n${mark}10:00 Deploy starts, which we all agreed ${word}\n${mark}10:05 Errors rise\n${mark}10:09 Rollback`;
      for (const mark of ["", "- ", "2024-03-01 ", "**Note** "].slice(0, 3)) {
        expect(rows(text(mark)).slice(1)).toEqual(THREE.slice(1));
      }
      const stamped = `2024-03-01T10:00:00Z Deploy starts, which we agreed ${word}\n2024-03-01T10:05:00Z Errors rise\n2024-03-01T10:09:00Z Rollback`;
      expect(rows(stamped).slice(1)).toEqual(THREE.slice(1));
      const two = `2024-03-01 10:00 UTC Deploy starts, which we agreed ${word}\n2024-03-01 10:05 UTC Errors rise`;
      expect(rows(two).slice(1)).toEqual(["10:05 Errors rise"]);
    },
  );

  it("continues a wrapped sentence without a list around it", () => {
    const text =
      "# Outage\n\nThe platform was down for everybody in the region that evening from\n17:09 until the operators of the night shift came and saw that it was by\n18:00 that all had ended.\n\n## Timeline\n- 10:00 Deploy starts\n- 10:05 Errors rise\n- 10:09 Rollback";
    expect(rows(text)).toEqual(THREE);
  });
});

describe("text next to a time", () => {
  it.each([
    ["- 09:14 PST (17:14 UTC): Errors rise", "17:14 Errors rise"],
    ["- 17:14 UTC (09:14 PST): Errors rise", "17:14 Errors rise"],
    ["- 17:14 UTC (9:14 AM PT) - Errors rise", "17:14 Errors rise"],
    ["- 17:14 UTC / 09:14 PST: Errors rise", "17:14 Errors rise"],
    ["- **17:14 UTC (18:14 CET)** Errors rise", "17:14 Errors rise"],
    ["- 17:14 (UTC) Errors rise", "17:14 Errors rise"],
    ["- 09:14 PST [17:14 UTC] Errors rise", "17:14 Errors rise"],
    ["- 17:14 UTC, 09:14 PST: Errors rise", "17:14 Errors rise"],
    ["- 17:14Z (12:14 EST): Errors rise", "17:14 Errors rise"],
    ["- 12:14 EST (17:14Z) Errors rise", "17:14 Errors rise"],
  ])("is the same moment in another zone: %s", (line, row) => {
    const other = line
      .replace(/(\d)?(\d):14/g, (_all, ten = "", one: string) => `${ten}${one}:44`)
      .replace("Errors", "Calls");
    expect(rows(`## Timeline\n${line}\n${other}\n${other.replace(/:44/g, ":54")}`)[0]).toBe(row);
  });

  it.each([
    ["0:25 AM deploy\n0:45 AM alert", ["00:25 deploy", "00:45 alert"]],
    ["00:25 AM deploy\n01:45 AM alert", ["00:25 deploy", "01:45 alert"]],
    ["00:25 - 00:29 AM deploy\n00:45 AM alert", ["00:25-00:29 deploy", "00:45 alert"]],
    ["11:25 - 11:29 PM deploy\n11:45 PM alert", ["23:25-23:29 deploy", "23:45 alert"]],
    ["11:50 AM - 12:10 PM deploy\n12:45 PM alert", ["11:50-12:10 deploy", "12:45 alert"]],
    ["11:50 - 12:10 PM deploy\n12:45 PM alert", ["11:50-12:10 deploy", "12:45 alert"]],
  ])("is am or pm: %s", (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it.each([
    ["9:50 AM a\n10:05 b\n10:20 AM c", "10:05 b"],
    ["1:50 PM a\n2:05 b\n2:20 PM c", "14:05 b"],
    ["11:50 AM a\n11:55 b\n12:20 PM c", "11:55 b"],
    ["10:50 PM a\n11:05 b\n11:20 PM c", "23:05 b"],
    ["9:50 AM a\n10:05 b\n10:15 c\n10:20 AM d", "10:05 b"],
  ])("is AM or PM if its neighbours leave only one: %s", (text, row) => {
    expect(rows(text)[1]).toBe(row);
  });

  it.each(["9:50 AM a\n10:05 b\n11:20 PM c", "9:50 PM a\n8:05 b\n9:20 AM c", "9:50 AM a\n10:05 b"])(
    "is asked for if its neighbours leave both: %s",
    (text) => {
      expect(rows(text)[1]).toBe("half_day? b");
    },
  );

  it("is a remark in brackets, which are kept", () => {
    const text =
      "## Timeline\n- 10:00 Deploy starts [by hand]\n- 10:05 [Fastly] Errors rise\n- 10:09 Rollback [link](https://example.com)";
    expect(rows(text)).toEqual(["10:00 Deploy starts [by hand]", "10:05 [Fastly] Errors rise", "10:09 Rollback link"]);
  });

  it("is a day of the week, and not a speaker", () => {
    const { events } = parseSource(
      textInput(
        "Fri Mar  1 10:00:00 UTC 2024\nDeploy starts\nFri Mar  1 10:05:00 UTC 2024\nErrors rise\nFri Mar  1 10:09:00 UTC 2024\nRollback",
        "a.txt",
      ),
      {},
    );
    expect(events.map(({ at, actor, title }) => `${at?.slice(11, 16)} ${title}${actor ?? ""}`)).toEqual(THREE);
  });
});

describe("times in sentences", () => {
  it.each([
    "The incident began on 1 March 2024 beginning at roughly 10:00UTC. Errors rose at 10:05UTC for most customers. By 10:09UTC we had rolled back.",
    "On 1 March 2024, at **10:00**, we deployed. At **10:05**, errors rose. At **10:09**, we rolled back.",
    "On March 1st, 2024 at 10:00 UTC we deployed. Starting at around 10:05 UTC errors rose. We rolled back at approximately 10:09 UTC.",
    "At 10:00 UTC on 1 March 2024 we deployed. At about 10:05 UTC errors rose. At exactly 10:09 UTC we rolled back.",
  ])("are read: %s", (text) => {
    expect(rows(`# Outage\n\n${text}`, "a.md").map((row) => row.slice(0, 5))).toEqual(["10:00", "10:05", "10:09"]);
  });

  it("don't continue past another day in the text", () => {
    const text =
      "# Outage\n\nOn 1 March 2024 at 14:00 UTC we deployed. At 14:30 UTC errors rose. The next day at 09:00 UTC we rolled back.";
    const { events } = parseSource(textInput(text, "a.md"), {});
    expect(events.map(({ at }) => at?.slice(0, 10))).toEqual(["2024-03-01", "2024-03-01", "2024-03-02"]);
  });
});
