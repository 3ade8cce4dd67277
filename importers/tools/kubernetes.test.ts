import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) => parseSource(textInput(text, "events.txt"), { zone: "UTC" });

describe("the table of kubectl get events", () => {
  it.each([
    [
      "5m",
      "LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n5m          Warning   BackOff   pod/web-1   Back-off restarting",
    ],
    [
      "3m12s",
      "LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n3m12s       Normal    Pulled    pod/web-1   Image present",
    ],
    [
      "47h",
      "NAMESPACE   LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\nshop        47h         Normal    Pulled    pod/web-1   Image present",
    ],
    [
      "2d",
      "LAST SEEN   TYPE      REASON    OBJECT      SUBOBJECT   SOURCE    MESSAGE\n2d          Normal    Killing   pod/web-1   x           kubelet   Stopping",
    ],
    [
      "<unknown>",
      "LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n<unknown>   Normal    Pulled    pod/web-1   Image present",
    ],
  ])("explains that %s is an age and how to export times", (age, text) => {
    const { format, events, rejects } = read(text);
    expect([format, events]).toEqual(["kubernetes", []]);
    expect(rejects.map(({ reason }) => reason)).toEqual([
      `“${age}” is an age, not a time. Export the events with “kubectl get events -o json”, which includes their times.`,
    ]);
  });

  it("has the events of rows with instants, as columns chosen by a person print them", () => {
    const head = "LAST SEEN              TYPE      REASON    OBJECT      MESSAGE\n";
    const row = "2026-02-03T10:00:05Z   Warning   BackOff   pod/web-1   Back-off restarting";
    const { events, rejects } = read(`${head}${row}\n`);
    expect(events.map(({ at, kind, title, body }) => [at, kind, title, body])).toEqual([
      ["2026-02-03T10:00:05.000Z", "error_observed", "BackOff: pod/web-1", "Back-off restarting"],
    ]);
    expect(rejects).toEqual([]);
  });

  it("is not detected in notes that mention types and reasons", () => {
    expect(read("2026-02-11 10:00 the TYPE REASON table of kubectl was empty\n2026-02-11 10:05 again").format).toBe(
      "notes",
    );
  });
});
