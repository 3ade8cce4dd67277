import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(text, "report.md"), { zone: "UTC" }).events.map(
    ({ at, title }) => `${at?.slice(0, 16)} ${title}`,
  );
const fenced = (...lines: string[]) => `# Outage of 6 March 2024\n\n\`\`\`\n${lines.join("\n")}\n\`\`\`\n`;
const TOLD = ["2024-03-06T10:02 queue stops", "2024-03-06T10:15 paged", "2024-03-06T10:40 back"];

describe("a timeline that is drawn as a tree", () => {
  it.each([
    [["├─ 10:02 queue stops", "├─ 10:15 paged", "└─ 10:40 back"]],
    [["├── 10:02 - queue stops", "├── 10:15 - paged", "└── 10:40 - back"]],
    [["┣━ 10:02 queue stops", "┣━ 10:15 paged", "┗━ 10:40 back"]],
    [["├ 10:02: queue stops", "├ 10:15: paged", "╰ 10:40: back"]],
    [["Course:", "├─ 10:02 queue stops", "│", "├─ 10:15 paged", "│", "└─ 10:40 back"]],
    [["  ├─ 10:02 queue stops", "  ├─ 10:15 paged", "  └─ 10:40 back"]],
    [["├─ 10:02 queue stops", "│  └─ by itself", "├─ 10:15 paged", "└─ 10:40 back"]],
    [["├─ 10:02 queue stops", "│  ├─ one", "│  │  └─ two", "├─ 10:15 paged", "└─ 10:40 back"]],
    [["incident", "├─ 10:02 | queue stops", "├─ 10:15 | paged", "└─ 10:40 | back"]],
    [["├─ 10:02 UTC queue stops", "├─ 10:15 UTC paged", "└─ 10:40 UTC back", "   └─ closed"]],
  ])("is read: %j", (lines) => expect(read(fenced(...lines))).toEqual(TOLD));

  it("keeps what is drawn below a branch", () => {
    const text = fenced("├─ 10:02 queue stops", "│  └─ memory is full", "├─ 10:15 paged", "└─ 10:40 back");
    expect(parseSource(textInput(text, "report.md"), { zone: "UTC" }).events[0]?.body).toContain("memory is full");
  });

  it.each([
    [["src", "├─ main.ts", "├─ 10.ts", "└─ 02.ts"]],
    [["├─ 10:02 a", "└─ 10:15 b"]],
    [["- 10:02 a", "- 10:15 b", "- 10:40 c"]],
  ])("is nothing else: %j", (lines) => expect(read(fenced(...lines))).toEqual([]));
});
