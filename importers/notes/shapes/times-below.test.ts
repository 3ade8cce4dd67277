import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(text, "status.md"), {}).events.map(({ at, title }) => [at?.slice(0, 16), title]);

describe("a status page with times below their text", () => {
  it.each([
    (time: string) => `<br><span class="timestamp">${time}</span>`,
    (time: string) => `<span class="timestamp">${time}</span>`,
    (time: string) => `<small>${time}</small>`,
    (time: string) => `*${time}*`,
    (time: string) => `(${time})`,
    (time: string) => `— ${time}`,
    (time: string) => `– *${time}*`,
    (time: string) => `<p class="time"><em>${time}</em></p>`,
    (time: string) => `[${time}]`,
    (time: string) => time,
  ])("is read, shape %#", (shape) => {
    const posts = [
      ["**Resolved**: The node is back.", "February 3, 15:00 PST"],
      ["**Notice**: The node is down.", "February 2, 11:45 PST"],
    ].map(([words, time = ""]) => `${words}\n${shape(time)}`);
    const older = `**Notice**: Work is planned for January 28.\n${shape("January 13, 10:00 PST")}`;
    expect(
      read(
        `### February 1-3, 2021\n\n#### Node\n\n${posts.join("\n\n")}\n\n### January 28, 2021\n\n#### Room\n\n${older}\n`,
      ),
    ).toEqual([
      ["2021-02-03T23:00", "Resolved: The node is back."],
      ["2021-02-02T19:45", "Notice: The node is down."],
      ["2021-01-13T18:00", "Notice: Work is planned for January 28."],
    ]);
  });
});

describe("a list with times above their text, some after a blank line", () => {
  const rows = [
    ["03/21/16 Monday 4:26pm EST", "Locked up, had to reboot it"],
    ["01/29/16 Friday 6:51pm EST", "Load was high"],
    ["12/09/15 Wednesday 4:20am EST", "Replaced the root drive"],
    ["11/03/11 Thursday 2:33am EST", "Offline for half an hour"],
  ] as const;
  const expected = [
    ["2016-03-21T21:26", "Locked up, had to reboot it"],
    ["2016-01-29T23:51", "Load was high"],
    ["2015-12-09T09:20", "Replaced the root drive"],
    ["2011-11-03T07:33", "Offline for half an hour"],
  ];

  it.each([
    ["\n\n    ", "\n"],
    ["\n\n    ", "\n\n"],
    ["\n", "\n\n"],
    ["\n", "\n"],
    ["\n\n", "\n\n\n"],
  ])("gives each time the text below it: %j, %j", (between, behind) => {
    expect(read(rows.map(([time, words]) => `${time}${between}${words}`).join(behind))).toEqual(expected);
  });

  it("reads items with and without a blank line in one list", () => {
    const text = rows.map(
      ([time, words], at) => `${time}${at % 2 ? "\n" : "\n\n   "}${words}${at % 3 ? "\n\n" : "\n"}`,
    );
    expect(read(text.join(""))).toEqual(expected);
    expect(read(`# Downs\n\n${text.join("")}`)).toEqual(expected);
  });
});
