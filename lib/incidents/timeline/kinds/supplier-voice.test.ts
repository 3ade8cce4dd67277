import { describe, expect, it } from "vitest";
import { KindReader } from "./kind-reader.ts";

const kindsOf = (...titles: string[]) => {
  const reader = new KindReader();
  return titles.map((title) => reader.next(title, ""));
};

describe("a supplier's own page and incident", () => {
  it.each([
    "Cumulo reports increased error rates on its status page",
    "Norfiber posts to its status page that a fix is in place",
    "Our DNS vendor declares their incident resolved",
    "Paylink confirms an outage on their side",
    "The carrier tells us that they have fixed the fault on their end",
    "Boxhost acknowledges the problem on its own status page",
    "Heron's status page says the issue is resolved",
    "Mailtrail marks its incident as resolved",
    "The hosting company updates their status page: investigating",
    "Zonewell closes its incident",
  ])("has only events of the supplier: %s", (title) => expect(kindsOf(title)).toEqual(["dependency_event"]));

  it.each([
    ["We update our status page", "public_update"],
    ["Our status page shows the incident", "public_update"],
    ["We mark the incident as resolved", "resolved"],
    ["Customers check their status page widget", "observation"],
  ])("isn't ours: %s", (title, kind) => expect([kind, "observation"]).toContain(kindsOf(title)[0]));

  it.each([
    "At about 12:00, the power company got into the vault and repaired the cable",
    "Our upstream provider arrives and replaces the line card",
    "Our ISP says that the broken hardware was replaced",
    "The carrier repaired the fibre",
    "Technicians of the electricity company replaced the transformer",
    "The data centre operator restored the feed",
    "Hosting provider reports a failed switch",
    "The vendor's engineer found the fault",
    "By 13:30 the grid operator had restored power",
    "The water company shut the main",
  ])("is what a supplier does: %s", (title) => expect(kindsOf(title)).toEqual(["dependency_event"]));

  it.each([
    "Our ISP was contacted",
    "The registrar has been informed",
    "The vendor ticket is updated",
    "The provider class of the module has no tests",
    "The carrier board of rack 4 was swapped",
    "Vendor folder cleaned",
    "Utility classes renamed",
    "Our hosting provider restarted the server",
    "At the request of our payment provider we rolled back",
    "We asked the power company for a date",
  ])("isn't what a supplier only receives, does more exactly or gives its name to: %s", (title) =>
    expect(kindsOf(title)).not.toContain("dependency_event"),
  );

  it("gives an event at each instant of one paragraph", () => {
    const text = "At 12:00, the power company got into the vault, and by 13:30 power was back in our building";
    const reader = new KindReader();
    expect([reader.next(text, text), reader.next(text, text)]).toEqual(["dependency_event", "dependency_event"]);
  });

  it("stays one in later lines about it", () => {
    expect(
      kindsOf(
        "Cumulo reports increased error rates on its status page",
        "Export jobs start failing",
        'Cumulo: "A fix is being implemented"',
        "Cumulo is back to normal",
        "Exports are back to normal",
      ).map((kind) => kind === "dependency_event"),
    ).toEqual([true, false, true, true, false]);
  });
});

describe("a log of what a supplier posts", () => {
  const read = (...titles: string[]) => titles.map((title) => new KindReader({ isOfSupplier: true }).next(title, ""));
  it("has no updates of ours", () => {
    expect(
      read(
        "Investigating: Issue detected",
        "Continuing investigation",
        "Update: Seeing recovery",
        "Resolved: all fine",
      ),
    ).toEqual(["dependency_event", "dependency_event", "dependency_event", "dependency_event"]);
  });
  it("still has what we do", () => {
    expect(read("We restarted the workers", "Rolled back our release")).not.toContain("dependency_event");
  });
});
