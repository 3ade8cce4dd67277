import { describe, expect, it } from "vitest";
import { givenSeverity, incidentContract } from "./incident.ts";
import { routingContract } from "./rule.ts";

type Schema = { safeParse(value: unknown): { success: boolean; data?: unknown } };
const inputOf = (operation: object) => (operation as { "~orpc": { inputSchema: Schema } })["~orpc"].inputSchema;
const read = (operation: object, value: unknown) => inputOf(operation).safeParse(value).data;

const ID = "00000000-0000-4000-8000-000000000000";
const key = "INC-1";

describe("a severity", () => {
  it.each([2, "2", "SEV2", "sev2", "Sev2", "SEV-2", "SEV 2", "sev-2", " SEV2 ", "2 "])("reads %j as 2", (given) => {
    expect(givenSeverity.parse(given)).toBe(2);
    expect(read(incidentContract.create, { title: "x", severity: given })).toMatchObject({ severity: 2 });
    expect(read(incidentContract.changeSeverity, { key, version: 1, severity: given })).toMatchObject({
      severity: 2,
    });
    expect(read(incidentContract.list, { severity: given })).toMatchObject({ severity: [2] });
    expect(read(incidentContract.list, { severity: [given, 4] })).toMatchObject({ severity: [2, 4] });
    const rule = { integrationId: ID, severity: given, severityMap: { critical: given } };
    expect(read(routingContract.create, rule)).toMatchObject({ severity: 2, severityMap: { critical: 2 } });
    expect(read(routingContract.update, { ...rule, id: ID, version: 1 })).toMatchObject({ severity: 2 });
  });

  it.each([
    0,
    5,
    2.5,
    "0",
    "5",
    "SEV5",
    "SEV0",
    "SEV22",
    "22",
    "2.0",
    "P2",
    "SEV",
    "",
    " ",
    "two",
    null,
    true,
    [2],
    {},
  ])("is not read from %j", (given) => {
    expect(givenSeverity.safeParse(given).success).toBe(false);
    expect(read(incidentContract.create, { title: "x", severity: given })).toBeUndefined();
  });
});
