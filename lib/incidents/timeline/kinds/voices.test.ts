import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { KindReader } from "./kind-reader.ts";
import { kindOfPublicVoice } from "./public-voice.ts";
import { SupplierVoice } from "./supplier-voice.ts";

describe("the voice of a status page", () => {
  it.each<[string, string, string | undefined]>([
    ["Investigating", "We are looking into it", "public_update"],
    ["Identified", "The cause is known", "public_update"],
    ["Investigating", " ", undefined],
    ["Update", "We are still working on it", "public_update"],
    ["Update", "Ana restarted the hub", undefined],
    ["Update - we're still working on it", "", "public_update"],
    ["Update: Ana restarted the hub", "We are working on it", undefined],
    ["Verifying – the issue has gone", "", "public_update"],
    ["In progress", "Our engineers replace the disk", "public_update"],
    ["Created", "We are looking into it", "public_update"],
    ["Updated", "Severity is now 2", undefined],
    ["Created a ticket", "We are looking into it", undefined],
    ["Thank you for your patience", "", "public_update"],
    ["The issue is now resolved. Thank you for your patience", "", "resolved"],
    ["We apologise for the delay", "", "public_update"],
    ["Sorry for any trouble", "", "public_update"],
    ["We’ll post more updates at noon", "", "public_update"],
    ["We will keep you informed", "", "public_update"],
    ["Please contact our support", "", "public_update"],
    [`${"x".repeat(600)} we will keep you informed`, "", undefined],
    ["We restarted the hub", "", undefined],
  ])("reads “%s” with “%s” as %s", (title, body, kind) => expect(kindOfPublicVoice(title, body)).toBe(kind));
});

describe("the voice of a supplier", () => {
  it.each<[string, EventKind, boolean]>([
    ["The power company repaired the line", "observation", true],
    ["Our ISP says that a fibre is cut", "observation", true],
    ["At 10:20 our ISP says that a fibre is cut", "observation", true],
    ["Engineers of the power company arrive", "mitigation_started", true],
    ["Our carrier was asked for an update", "observation", false],
    ["Our vendor ticket is open", "observation", false],
    ["The provider class fails to load", "error_observed", false],
    ["Our ISP restarts its router", "restarted", false],
    ["Acme posts on its status page", "observation", true],
    ["Acme marks their incident as resolved", "resolved", true],
    ["Acme’s status page says that all is well", "observation", true],
    ["Acme repaired the switch on their side", "observation", true],
    ["Acme finds nothing on their side", "observation", false],
    ["We post on their status page", "public_update", false],
    ["Our vendor posts on its status page", "observation", true],
    ["Customers read its status page", "observation", false],
    ["The hub lost its disk", "observation", false],
    ["Investigating", "observation", false],
  ])("is in “%s”, which seems %s: %s", (title, kind, isIn) => {
    expect(new SupplierVoice(false).isIn(title, kind)).toBe(isIn);
  });

  it("is in the stages of a document that the supplier wrote", () => {
    const supplier = new SupplierVoice(true);
    expect(supplier.isIn("Investigating", "observation")).toBe(true);
    expect(supplier.isIn("Ana restarted the hub", "restarted")).toBe(false);
  });

  it("is in later lines that start with the name of one that posted", () => {
    const voice = new SupplierVoice(false);
    const isIn = (title: string, kind: EventKind = "resolved") => voice.isIn(title, kind);
    expect(isIn("Acme reports recovery")).toBe(false);
    expect(isIn("Acme posts on its status page")).toBe(true);
    expect(isIn("Acme reports recovery")).toBe(true);
    expect(isIn("ACME reports recovery")).toBe(true);
    expect(isIn("Acme is called", "escalated")).toBe(false);
    expect(isIn("Other reports recovery")).toBe(false);
    expect(isIn("recovery at Acme")).toBe(false);
  });

  it("learns no name from an ordinary word at the start of a line", () => {
    const voice = new SupplierVoice(false);
    expect(voice.isIn("They post on their status page", "observation")).toBe(true);
    expect(voice.isIn("Team reports on its status page", "observation")).toBe(true);
    expect(voice.isIn("Team reports recovery", "resolved")).toBe(false);
  });
});

describe("the entries of one document", () => {
  const kinds = (entries: readonly (string | [title: string, body: string])[]) => {
    const reader = new KindReader();
    return entries.map((entry) => (typeof entry === "string" ? reader.next(entry, "") : reader.next(...entry)));
  };
  const ALERT = "Alert fires: disk usage of db-3";
  const DELETED = "Deleted old log files from db-3";
  const BY_ANA: [string, string] = ["Restarted the hub", "by Ana"];
  const LONG = `Restarted the hub${" of the region".repeat(7)}`;
  it.each<[string, Parameters<typeof kinds>[0], EventKind[]]>([
    ["a step of data in a response", [ALERT, DELETED], ["alert_fired", "mitigation_started"]],
    ["a step of the machines in a response", [ALERT, "Drained the node"], ["alert_fired", "mitigation_started"]],
    ["a change of the machines without one", ["Drained the node"], ["infra_change"]],
    ["a step that only a response takes", [ALERT, "Killed the long query"], ["alert_fired", "mitigation_started"]],
    ["the same without a response", ["Killed the long query"], ["config_changed"]],
    ["what is called a mitigation", [ALERT, "Mitigation: blocked the address"], ["alert_fired", "mitigation_started"]],
    ["the same without a response to anything", ["Mitigation: blocked the address"], ["observation"]],
    ["a change of data without one", [DELETED], ["data_change"]],
    [
      "a change of data after its end",
      [ALERT, "Incident resolved", DELETED],
      ["alert_fired", "resolved", "data_change"],
    ],
    [
      "a step after a supplier's news",
      ["Acme posts on its status page", DELETED],
      ["dependency_event", "mitigation_started"],
    ],
    ["a restart, twice", ["Restarted the hub", "Restarted the hub"], ["restarted", "restarted"]],
    ["a paragraph, twice", [BY_ANA, BY_ANA], ["restarted", "observation"]],
    ["a long title, twice", [LONG, LONG], ["restarted", "observation"]],
    ["the same title with another body", [BY_ANA, ["Restarted the hub", "by Bo"]], ["restarted", "restarted"]],
    ["a heading over one statement", [["Notes", "Restarted the hub"]], ["restarted"]],
    [
      "a heading over several lines",
      [["Notes", `Restarted the hub\nRolled back\nPaged Ana\n${"x".repeat(200)}`]],
      ["observation"],
    ],
    ["a heading over a story", [["Notes", `Restarted the hub ${"and waited ".repeat(60)}`]], ["observation"]],
    ["a heading over a field", [["Notes", "Block height: 42"]], ["observation"]],
  ])("%s", (_, entries, expected) => expect(kinds(entries)).toEqual(expected));
});
