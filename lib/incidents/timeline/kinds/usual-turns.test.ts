import { describe, expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";

const nothing = ["observation", "hypothesis", "hypothesis_rejected"];

describe("what was only looked at", () => {
  it.each([
    "Red herring: last week's deploy of the gateway changed a header",
    "A false lead: the proxy was restarted at noon",
    "Misleading path: errors in the billing logs",
    "Dead end: the config of the cache was changed yesterday",
    "Wrong turn #1: rolled out more workers",
    "Focus shifted to the recent deployments",
    "Attention then turned to the release of the morning",
    "Suspicion moved to the new config that was deployed",
    "Mila checks: deployment at 13:55 (new limits)",
    "Reviewed the release of this morning",
  ])("tells no change and no error: %s", (text) => expect(nothing).toContain(guessKind(text)));
});

describe("an act by accident", () => {
  it.each([
    "We accidentally deleted the volume",
    "He inadvertently terminated the standby",
    "Someone unintentionally disabled the exporter",
    "The standby was removed by mistake",
    "Accidentally shut down the wrong rack",
    "Mistakenly drained all nodes",
    "Accidentally killed the healthy primary",
    "Tom accidentally blocked our own office",
    "The healthy node was evicted by accident",
    "Unintentionally stopped the queue",
  ])("doesn't mitigate: %s", (text) => expect(guessKind(text)).not.toMatch(/mitigation|restarted|scaled|rerouted/));
});

describe("a usual turn", () => {
  it.each([
    ["mitigated", "Crisis averted"],
    ["mitigated", "The disaster was averted. Time for tea."],
    ["resolved", "Outage over"],
    ["resolved", "Incident done."],
    ["impact_ended", "The bakery is once again taking orders"],
    ["impact_ended", "Builds are once again running"],
    ["impact_ended", "The printer fleet was once again processing jobs"],
    ["customer_report", "A merchant reached out about empty receipts"],
    ["customer_report", "Two customers have reached out"],
    ["error_observed", "Exceptions are piling up"],
    ["error_observed", "Exceptions started stacking up"],
    ["alert_fired", "GuardDuty finding generated"],
    ["alert_fired", "Security Hub finding was raised"],
    ["rollback_finished", "Rollback applied"],
    ["mitigation_started", "API key deactivated"],
    ["mitigation_started", "Signing keys were disabled"],
    ["declared", "DECLARES SEV-2. IC: Mila"],
    ["public_update", "Status incident opened"],
    ["public_update", "Status page entry was published"],
    ["paged", "Équipe d'astreinte notifiée via PagerDuty"],
    ["paged", "Bereitschaft benachrichtigt über Opsgenie"],
    ["paged", "Equipo de guardia avisado por PagerDuty"],
    ["paged", "PagerDuty Sev-2 escalated to the on-call"],
    ["mitigated", "Stabilised, backlog at 40 %"],
    ["mitigated", "Performance has steadied"],
    ["mitigated", "Traffic has now levelled off"],
    ["impact_ended", "Fresh invoices being recorded again"],
    ["impact_ended", "New rows being written again"],
    ["impact_started", "A script wiped the disks, leaving the shop unavailable"],
    ["impact_started", "The drain went too far, resulting in all jobs being unschedulable"],
    ["error_observed", "A cron job causes the workers to hang"],
    ["error_observed", "The new limit causes imports to time out"],
    ["resolved", "More changes were made to fully resolve the incident"],
    ["resolved", "A second change was made to completely resolve the issue"],
  ])("is %s: %s", (kind, text) => expect(guessKind(text)).toBe(kind));

  it.each([
    ["impact_ended", "The shop is once again failing"],
    ["mitigated", "We hope that the crisis will be averted"],
    ["customer_report", "A customer reached out to say thank you"],
    ["mitigation_started", "Should the API keys be disabled"],
    ["mitigated", "Performance has not steadied"],
    ["impact_started", "A test that could end up leaving the shop unavailable"],
    ["impact_started", "Taking GitLab.com offline"],
    ["impact_started", "We are taking the shop offline to copy its data"],
    ["impact_started", "Ops started taking two nodes offline"],
    ["closed", "Initial incident call ended"],
    ["closed", "The first call was closed"],
    ["public_update", "Status incident wasn't created"],
  ])("isn't %s: %s", (kind, text) => expect(guessKind(text)).not.toBe(kind));
});
