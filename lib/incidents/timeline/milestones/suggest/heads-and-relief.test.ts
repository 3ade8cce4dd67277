import { describe, expect, it } from "vitest";
import { timesOf } from "./testing/told-lines.ts";

const BEGIN = ["10:00 The shop is down", "10:20 Bo restarted the database"];

describe("the state at the head of a report", () => {
  it.each([
    "Status: resolved (node back after power-cycle; root causes fixed)",
    "Status: resolved 2025-06-10 (database restarted and stable)",
    "**Status**: Resolved – service restored by a restart",
    "Status: Resolved. Root cause fixed by a new image",
    "Status - resolved (failover reverted)",
    "STATUS: RESOLVED, traffic moved back",
    "Status: resolved; all nodes rebuilt",
    "Status: resolved (certificate renewed)",
    "Status: resolved (rolled back to v12)",
    "Status: resolved (cache cleared, queue drained)",
  ])("is the end, and neither the step nor the relief: %s", (head) => {
    const told = timesOf([...BEGIN, `12:00 ${head}`]);
    expect([told["resolved"], told["mitigation_started"], told["mitigated"]]).toEqual(["12:00", "10:20", undefined]);
  });
});

describe("an update with the name of the last stage", () => {
  it.each([
    "Resolved: All asset actions are recovered now and worked as expected. Thanks for your patience!",
    "Resolved: uploads work again. Thank you for your patience",
    "Resolved - all systems are back. We apologize for the disruption",
    "Resolved. Logins work. Sorry for the trouble",
    "Resolved: the queue is empty. Thank you for your understanding",
    "[Resolved] Payments go through again. Apologies for the inconvenience",
    "Resolved – search is back. Please contact us with any questions",
    "Resolved: mail is delivered. We sincerely apologise",
    "Resolved: fixed by our provider. Thanks for your understanding",
    "Resolved: exports run. Please let us know if you still see errors",
  ])("is the end, whatever it says to its readers: %s", (title) => {
    expect(timesOf(["10:00 The shop is down", `11:00 ${title}`])["resolved"]).toBe("11:00");
  });

  it.each([
    "Not resolved: uploads still fail. Thanks for your patience",
    "Update: we are working on it. Thanks for your patience",
  ])("isn't the end if it isn't that stage: %s", (title) => {
    expect(timesOf(["10:00 The shop is down", `11:00 ${title}`])["resolved"]).toBeUndefined();
  });
});

describe("the worst of it", () => {
  it.each([
    "The attack continues but we are happy that we have mitigated the worst of it. We will continue to monitor",
    "We mitigated the worst of the attack",
    "The team has contained the worst of it",
    "We have mitigated most of the load",
    "Bo mitigated the bulk of the attack",
    "We have now contained most of the damage",
    "The worst of it has been mitigated",
    "The worst of the attack was contained",
    "Most of the attack has been mitigated",
    "The bulk of the bad traffic has been mitigated",
  ])("being over is the relief, and no first step: %s", (title) => {
    const told = timesOf(["10:00 The sites are down", `11:00 ${title}`, "12:00 All systems are back to normal"]);
    expect([told["mitigated"], told["mitigation_started"]]).toEqual(["11:00", undefined]);
  });

  it.each([
    "We haven't mitigated the worst of it yet",
    "The worst of it is still to come",
    "We hope to mitigate most of it",
  ])("isn't over: %s", (title) =>
    expect(
      timesOf(["10:00 The sites are down", `11:00 ${title}`, "12:00 All systems are back to normal"])["mitigated"],
    ).not.toBe("11:00"),
  );
});

describe("a measure that continues", () => {
  it.each([
    "We are continuing to block attacks and watch the sites",
    "Continuing to block the bad traffic",
    "The team continues to throttle the crawler",
    "We continue to restart the workers by hand",
    "We continued to drain the queue",
    "Bo is still blocking addresses",
    "We keep blocking new addresses",
    "They kept restarting the proxy",
    "We are still throttling the import",
    "The team keeps clearing the cache",
  ])("didn't start there: %s", (title) => {
    const told = timesOf(["10:00 The sites are down", `11:00 ${title}`, "12:00 All systems are back to normal"]);
    expect(told["mitigation_started"]).toBeUndefined();
  });
});
