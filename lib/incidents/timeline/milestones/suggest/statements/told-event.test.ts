import { describe, expect, it } from "vitest";
import { type SuggestibleEvent, toldEvents } from "./told-event.ts";

const AT = "2025-06-10T10:00:00Z";
const event = (title: string, more: Partial<SuggestibleEvent> = {}): SuggestibleEvent => ({
  ...{ id: title, at: AT, precision: "minute", kind: "observation", title },
  ...more,
});
const told = (title: string, more: Partial<SuggestibleEvent> = {}) => {
  const [one] = toldEvents([event(title, more)]);
  if (!one) throw new Error("an event is expected");
  return one;
};
const kindsOf = (title: string, body = "") => [...told(title, { body }).kinds].sort();

describe("events that tell a story", () => {
  it("are those in sight that have a time, in its order", () => {
    const events = [
      event("late", { at: "2025-06-10T12:00:00Z" }),
      event("hidden", { hidden: true }),
      event("early", { at: "2025-06-10T08:00:00+02:00" }),
      event("lost", { at: null }),
      event("unsure", { precision: "unknown" }),
    ];
    expect(toldEvents(events).map(({ id, ms }) => [id, ms])).toEqual([
      ["early", Date.parse("2025-06-10T06:00:00Z")],
      ["late", Date.parse("2025-06-10T12:00:00Z")],
    ]);
  });
});

describe("the content of an event", () => {
  it("is in the text below a caption", () => {
    expect(kindsOf("Update", "The release was rolled back")).toContain("rollback_finished");
    expect(kindsOf(" Monitoring ", "The release was rolled back")).toContain("rollback_finished");
    expect(kindsOf("Update")).not.toContain("rollback_finished");
    expect(told("Identified", { body: "A fix was deployed" }).says).toContain("fix_live");
    expect(told("Weekly planning", { body: "" }).says).not.toContain("fix_live");
  });

  it("is in its title and, unless it is an act, below it", () => {
    expect(kindsOf("Alert fires", "The on-call engineer was paged")).toEqual(["alert_fired", "observation", "paged"]);
    expect(kindsOf("Alert fires", "The release was rolled back")).toEqual(["alert_fired", "observation"]);
    expect(kindsOf("Ana looks at the log and…", "Deployed v12 to production")).toContain("deploy_finished");
    expect(kindsOf("Ana looks at the log", "Deployed v12 to production")).not.toContain("deploy_finished");
  });

  it("is not in the name of a column", () => {
    expect(told("Note", { body: "Root Cause: the disk was full" }).says).toContain("names_cause");
    expect(kindsOf("Note", "Rollback: nothing")).not.toContain("rollback_finished");
  });

  it("is read from the first 200 letters below it", () => {
    const long = (words: string) => `${"x ".repeat(100)}${words}`;
    expect(kindsOf("Alert fires", long("The on-call engineer was paged"))).toEqual(["alert_fired", "observation"]);
  });

  it("is the kind that a person gave, even where the words suggest another", () => {
    const given = told("Alert fires", { kind: "decision" });
    expect([[...given.kinds], given.isGiven]).toEqual([["decision"], true]);
    const own = told("Alert fires", { kind: "alert_fired" });
    expect([[...own.kinds], own.isGiven]).toEqual([["alert_fired"], false]);
    expect(told("Alert fires").isGiven).toBe(false);
  });

  it("is public where it is declared on the status page", () => {
    expect(told("Declared on the status page", { kind: "declared" }).kinds).toContain("public_update");
    expect(told("Incident declared", { kind: "declared" }).kinds).not.toContain("public_update");
  });

  it("is a post of a status page by its caption", () => {
    expect(told("Investigating").says).toContain("status_post");
    expect(told("Investigating the errors").says).not.toContain("status_post");
  });

  it("can be a milestone outright", () => {
    expect([told("Outage began").states, told("Outage").states]).toEqual(["impact_started", null]);
  });
});
