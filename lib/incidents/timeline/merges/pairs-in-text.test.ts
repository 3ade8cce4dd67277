import { describe, expect, it } from "vitest";
import { timedOnes } from "./candidate.ts";
import { pairsInText } from "./pairs-in-text.ts";

const told = (one: [string, string], other: [string, string]) =>
  pairsInText(
    timedOnes(
      [one, other].map(([clock, title], at) => ({
        ...{ id: `${at}`, number: at + 1, at: `2026-03-10T${clock}:00Z`, precision: "minute", kind: "observation" },
        ...{ title, body: "", url: null, sourceType: "notes", sourceLabel: "Notes", hidden: false, leadId: null },
      })),
    ),
  ).length;

describe("one text that mentions an event twice", () => {
  it.each<[[string, string], [string, string]]>([
    [
      ["14:02", "Deploy of checkout 4.2 started"],
      ["14:02", "The deploy of checkout 4.2 starts"],
    ],
    [
      ["14:02", "Errors rise on the payment API"],
      ["14:03", "errors rose on the payment API"],
    ],
    [
      ["09:15", "Primary database fails over"],
      ["09:15", "the primary database failed over to the replica"],
    ],
    [
      ["23:00", "Backup restored, service back"],
      ["23:00", "Backup restored and service back"],
    ],
    [
      ["10:00", "Status page updated: investigating slow logins"],
      ["10:01", "updated status page, investigating slow logins"],
    ],
  ])("%j and %j", (one, other) => expect(told(one, other)).toBe(1));

  it.each<[string, [string, string], [string, string]]>([
    ["another host", ["14:02", "High load alert on web-1 in Dublin"], ["14:02", "High load alert on web-2 in Dublin"]],
    ["ten minutes later", ["14:02", "Errors rise on the payment API"], ["14:12", "Errors rise on the payment API"]],
    ["other words", ["14:02", "Errors rise on the payment API"], ["14:02", "On-call engineer is paged by phone"]],
    ["too few words", ["14:02", "Paged"], ["14:02", "Paged"]],
    ["another shard", ["14:02", "Failover of shard s12 began now"], ["14:02", "Failover of shard s13 began now"]],
  ])("is not %s", (_, one, other) => expect(told(one, other)).toBe(0));
});
