import { expect, it } from "vitest";
import { parseNotes } from "#importers/notes/parse-notes.ts";

const ROWS =
  "## Timeline\n\n| Time (UTC) | Event |\n| - | - |\n| 05:04 | First pull requests |\n| 05:08 | Tokens used |\n| 06:12 | Access closed |\n";
const told = (opening: string) =>
  parseNotes(
    {
      filename: "post.md",
      text: `---\ntitle: What happened to our packages\ndate: 2026-07-21\n---\n\n## Summary\n\n${opening}\n\n${ROWS}`,
      json: undefined,
    },
    {},
  );

it.each([
  "On the morning of July 14, 2026, the security team responded to an attack on two repositories.",
  "On July 14, 2026, attackers pushed a commit to the build repository.",
  "On 14 July 2026 a maintainer's account was hacked.",
  "Our registry was breached on July 14, 2026.",
  "A build token was stolen on 14 July 2026 and used to publish packages.",
  "On July 14, 2026 we learned of unauthorized access to the package registry.",
  "On 14 July 2026, malicious versions of three packages were published.",
  "An intruder reached the build server on 14 July 2026.",
  "On July 14th, 2026, a phishing mail reached two maintainers.",
  "Two signing keys were compromised on 14 July 2026.",
  "On July 14, 2026, customer addresses leaked from a misconfigured bucket.",
])("the day of publication isn't the day of a timeline whose story says: %s", (opening) => {
  expect(told(opening).events.map(({ at }) => at?.slice(0, 10) ?? null)).not.toContain("2026-07-21");
});

it("a story without another day keeps the day of its front matter", () => {
  expect(told("The security team responded to an attack.").events.map(({ at }) => at?.slice(0, 10))).toEqual([
    ...["2026-07-21", "2026-07-21", "2026-07-21"],
  ]);
});
