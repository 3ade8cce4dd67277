import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(text, "status.md"), {}).events.map(({ at, title }) => [at?.slice(0, 16), title]);

describe("a status page whose times stand below their words", () => {
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
