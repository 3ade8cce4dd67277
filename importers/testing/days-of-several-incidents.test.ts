import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const report = (...parts: string[]) =>
  times(
    `# Report on the outages of April 2026\n\n## Timeline\n\n${parts.map((one, at) => `### Part ${"ABCDEF"[at]}\n\n${one}\n`).join("\n")}`,
  );
const TIMED = [
  "Also on 15 April 2026, the database locked up. The cause: at 2:10am UTC a job had run into timeouts.",
  "On 23 April 2026, 1AM UTC, our alerts fired and the team began investigating an outage.",
];
const AT = ["04-15 02:10", "04-23 01:00"];

describe("sentences that start with a day, next to parts that tell times", () => {
  it.each([
    ["On 11 April 2026, we began seeing more errors than usual. This was resolved."],
    ["On 18 April 2026, the code that our service returns was changed."],
    ["On April 18 2026, the code that our service returns was changed. Users saw errors."],
    ["On 18 April 2026, users reported broken links. The change was rolled back."],
    ["On 18 April 2026, an upstream service failed. We replaced it.\n\nIt took a while."],
    ["The next day, on 18 April 2026, we tested the change again. It was rolled back."],
    ["On 16 April 2026, to enhance downloads, we began routing elsewhere. We reverted it."],
    ["On 24 April 2026, an attack hit our servers. It ended soon."],
    ["On 23 April 2026, we shipped a fix. It was rolled back."],
    ["On April 15, 2026, a provider returned unusable results."],
  ])("aren't events: %s", (told) => {
    expect(report(told, ...TIMED)).toEqual(AT);
    expect(report(TIMED[0] ?? "", told, TIMED[1] ?? "")).toEqual(AT);
  });

  it("are events in a list of days, and where no part tells times", () => {
    expect(
      times("# Outage\n\n## Timeline\n\n- 11 April 2026 – errors rise\n- 13 April 2026 – the service fails\n"),
    ).toEqual(["04-11", "04-13"]);
    expect(report("On 11 April 2026, the service failed.", "On 13 April 2026, the service failed again.")).toEqual([
      "04-11",
      "04-13",
    ]);
  });
});
