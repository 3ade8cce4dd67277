import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) => parseSource(textInput(text, "outages.txt"), { zone: "UTC" }).events;
const list = (rows: readonly string[]) =>
  read(`We note here when our services were down.\n\nServer Down Back up Impact\n${rows.join("\n")}\n`).map(
    ({ at, endAt, title }) => `${at?.slice(5, 16) ?? "asked"} ${endAt?.slice(5, 16) ?? "open"} ${title}`,
  );

describe("a list of outages without marks between its columns", () => {
  it.each([
    ["mail1 20/7/2024 12:50 20/7/2024 16:07 Disk full.", "07-20T12:50 07-20T16:07 mail1: Disk full."],
    ["web, db 20/7/2024 23:50 21/7/2024 00:20 No power.", "07-20T23:50 07-21T00:20 web, db: No power."],
    ["ldap.local 20.7.2024 2:30 20.7.2024 10:30 Out of memory.", "07-20T02:30 07-20T10:30 ldap.local: Out of memory."],
    ["ns-2 2024-07-20 02:30 2024-07-20 02:45 Kernel panic.", "07-20T02:30 07-20T02:45 ns-2: Kernel panic."],
    ["ns-2 2024/07/20 02:30 2024/07/20 02:45 Kernel panic.", "07-20T02:30 07-20T02:45 ns-2: Kernel panic."],
    ["proxy 20/7/2024 02:30 - 20/7/2024 02:45 Kernel panic.", "07-20T02:30 07-20T02:45 proxy: Kernel panic."],
    ["proxy 20/7/2024 02:30 to 20/7/2024 02:45 Reboot.", "07-20T02:30 07-20T02:45 proxy: Reboot."],
    ["proxy\t20/7/2024 02:30\t20/7/2024 02:45\tReboot.", "07-20T02:30 07-20T02:45 proxy: Reboot."],
    ["Kasse 20/7/2024 02:30:10 20/7/2024 02:45:20 Absturz.", "07-20T02:30 07-20T02:45 Kasse: Absturz."],
    ["fichiers 20/7/2024 02:30 20/7/2024 02:45 Réseau.", "07-20T02:30 07-20T02:45 fichiers: Réseau."],
  ])("%j is one event with its end", (row, expected) => {
    expect(list([row, row.replace(/ ?\p{L}+\.$/u, " Again."), row])[0]).toBe(expected);
  });

  it("decides whether the day is first by all its rows", () => {
    const rows = ["a1 3/7/2024 17:20 4/7/2024 09:30 Slow.", "b1 20/7/2024 12:50 20/7/2024 16:07 Down."];
    expect(list([...rows, "c1 5/8/2024 09:00 5/8/2024 14:30 Moved."])).toEqual([
      "07-03T17:20 07-04T09:30 a1: Slow.",
      "07-20T12:50 07-20T16:07 b1: Down.",
      "08-05T09:00 08-05T14:30 c1: Moved.",
    ]);
  });

  it("gives no time in its words the day of a row", () => {
    const text =
      "The outage of 3/7/2024 17:20 and 24/7/2024 09:30 was about memory, and it continued until 8am when it stopped.";
    const clocks = read(`${text}\n\nThe server failed at 10:05 on 24/7/2024.\n`);
    expect(clocks.filter(({ at }) => at?.includes("T08:00"))).toEqual([]);
  });
});
