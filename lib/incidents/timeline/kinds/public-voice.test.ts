import { describe, expect, it } from "vitest";
import { KindReader } from "./kind-reader.ts";

const kindOf = (title: string, body = "") => new KindReader().next(title, body);

describe("a post of a status page", () => {
  it.each([
    ["investigating", "The portal is currently down."],
    ["Investigating", "Some messages are delivered late."],
    ["Identified", "The issue has been identified and a fix is being implemented."],
    ["Update", "We are still working with the supplier."],
    ["In progress", "We're continuing to restore the mailboxes."],
    ["Investigating - We are looking into failed uploads.", ""],
    ["Update: We have restored half of the shards.", ""],
    ["We are investigating slow pages in Pod 13. We will provide additional updates soon.", ""],
    ["Deliveries are late. We apologise for the delay.", ""],
    ["The fix is being rolled out, thank you for your patience", ""],
  ])("%s %s: is addressed to the public", (title, body) => expect(kindOf(title, body)).toBe("public_update"));

  it.each([
    ["The delays have been resolved. Thank you for your patience.", ""],
    ["resolved", "This incident has been resolved."],
  ])("%s %s: is the end", (title, body) => expect(kindOf(title, body)).toBe("resolved"));

  it.each([
    ["Investigating", ""],
    ["Investigating the slow pages", ""],
    ["Update", "Ana looks at the dashboards"],
    ["Identified the faulty commit", ""],
    ["Please restart nothing", ""],
  ])("%s %s: is not", (title, body) => expect(kindOf(title, body)).toBe("observation"));
});

describe("an action before anyone noticed trouble", () => {
  it.each([
    ["Paused the nightly import", "observation"],
    ["Stopped the bot for an upgrade", "observation"],
    ["Mail service is temporarily disabled", "observation"],
    ["Disabled the old exporter", "observation"],
    ["Restarted the broker", "restarted"],
    ["Rolled back the release", "rollback_finished"],
    ["Node removed from the cluster", "infra_change"],
    ["Cache flushed", "data_change"],
    ["Took the site offline", "observation"],
    ["Suspended the trial accounts", "observation"],
  ])("%s: isn't a step of the response", (title, kind) => expect(kindOf(title)).toBe(kind));

  it("and the same act after an alert is one", () => {
    const reader = new KindReader();
    reader.next("Alert fires for the checkout", "");
    expect(reader.next("Paused the nightly import", "")).toBe("mitigation_started");
  });
});

describe("one sentence with several instants", () => {
  const told =
    "Error rates began to fall at once, and the whole platform was serving normally an hour and a half later";

  it("is given its kind once", () => {
    const reader = new KindReader();
    expect(reader.next(told, "")).toBe("metric_shift");
    expect(reader.next(told, "")).toBe("observation");
  });

  it("but a short line can occur twice", () => {
    const reader = new KindReader();
    reader.next("Restarted the hub", "");
    expect(reader.next("Restarted the hub", "")).toBe("restarted");
  });
});
