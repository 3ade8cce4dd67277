import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const BEGIN = ["10:00 Checkout fails for all users", "10:05 PagerDuty alerts the on-call"];

describe("an end followed by more work", () => {
  it.each([
    ["Switched to the backup provider", "Service restored", "Switched back to the primary provider"],
    ["Failed over to us-west", "Customers can check out again", "Traffic moved back to us-east"],
    ["Switched DNS to the old host", "Site reachable again", "Reverted DNS to the new host"],
    ["Rerouted traffic to the standby", "Checkout works again", "Routed traffic back to the main cluster"],
    ["Failed over to the replica", "Orders work again", "Flipped the queue back to the primary"],
    ["Redirected users to a static page", "Site is reachable again", "Pointed the domain back to the shop"],
    ["Promoted the secondary database", "Logins work again", "The API is switched back to the repaired database"],
    ["Moved the queue to a spare server", "Mail flows again", "Migrated the queue back to its own server"],
    ["Started the service from a backup copy", "Service restored", "Cut over back to the original volume"],
    ["Deployed a workaround", "Uploads work again", "Uploads switched back to the usual path"],
  ])("is relief, and the end is the return from a temporary replacement: %s, %s, %s", (step, relief, back) => {
    const times = timesOf([
      ...BEGIN,
      `10:20 ${step}`,
      `10:40 ${relief}`,
      "11:30 Ana rebuilt the volume",
      `12:10 ${back}`,
    ]);
    expect(times).toMatchObject({ mitigated: "10:40", resolved: "12:10" });
  });

  it.each([
    ["Decided to switch back to the primary", "12:30 Ana wrote the report"],
    ["Switched back to the primary provider", "12:30 Checkout fails again for all users"],
  ])("isn't over if that was only decided, or it failed then: %s, %s", (back, last) => {
    const lines = ["10:20 Switched to the backup provider", "10:40 Service restored", "11:30 Ana replaced the disk"];
    expect(timesOf([...BEGIN, ...lines, `12:10 ${back}`, last])["resolved"]).not.toBe("12:10");
  });
});

describe("an end told with the step that brought it", () => {
  it.each([
    "Ana deploys the hotfix to production. Issue is resolved.",
    "Restarted nginx; incident resolved",
    "Rolled back to 1.2. Incident resolved.",
    "Ana deployed a hotfix and the issue was resolved",
    "Scaled the pool to 20; the problem is resolved",
    "Fix deployed, incident resolved",
    "Disabled the flag. The outage was over.",
    "Freed the disk and resolved the incident",
    "Failed over to the replica, incident resolved",
    "Cleared the cache; issue resolved",
  ])("is the relief as well: %s", (title) =>
    expect(timesOf([...BEGIN, "10:20 Ana finds a full disk", `10:40 ${title}`])).toMatchObject({
      mitigated: "10:40",
      resolved: "10:40",
    }),
  );

  it.each(["Incident resolved", "Declared the incident resolved"])("is only the end without one: %s", (title) =>
    expect(timesOf([...BEGIN, "10:20 Ana finds a full disk", `10:40 ${title}`])["mitigated"]).toBeUndefined(),
  );
});
