import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { guessKind } from "./guess-kind.ts";

interface Told {
  kinds: readonly EventKind[];
  /** Lines that aren't of these kinds, although they start like one. */
  not: string;
  are: string;
}

const LINES: Readonly<Record<string, Told>> = {
  "an alert": {
    kinds: ["alert_fired", "paged"],
    not: `
      Prometheus alerts were silenced for the upgrade
      Grafana alert not set up for the new queue
      Datadog alert never triggered
      Pingdom alerts do not cover this page
      Critical alerts had been snoozed by mistake
      CloudWatch alarm thresholds reviewed
      Second alert would have come an hour later
      Sentry alert rules replaced
      Automatic alarm was switched off for the tests
      High-priority alerts were routed to the wrong channel`,
    are: `
      Prometheus alert for disk usage
      Pingdom alert on the checkout page
      Second alarm from the storage array
      Grafana alert: packets dropped on the daily link
      Datadog alert that orders are not processed`,
  },
  "an end": {
    kinds: ["impact_ended", "resolved", "mitigated"],
    not: `
      End of customer impact estimated for 16:00
      No further customers should be affected
      End of customer downtime expected soon
      User impact over the quarter was low
      Expected return to full service is Thursday
      Correct totals should be returned to the shops
      Patch verified in staging
      Workaround effective only for new accounts
      Restart effective for some of the nodes
      Cluster is stable except for two nodes`,
    are: `
      End of customer impact
      Correct results returned to all users
      Workaround confirmed effective`,
  },
  "trouble that stops something": {
    kinds: ["mitigated", "resolved", "impact_ended"],
    not: `
      Errors stopped the nightly export
      Timeouts stopped the checkout workers
      Failures stopped our release train
      Crashes stop the scheduler
      Exceptions stopped every consumer
      Timeouts stop new sessions
      Errors cleared the shopping carts
      Failures stop all builds
      Crashes stopped half the fleet
      503s stopped deliveries`,
    are: `
      Errors stopped
      Timeouts stopped after the failover
      Crashes ceased completely`,
  },
  "a return": {
    kinds: ["mitigated", "resolved", "impact_ended"],
    not: `
      Servers started returning 502
      Services began returning empty lists
      Users began returning their badges
      Requests started to return stale data
      Nodes started returning garbage
      Customers started returning parcels
      Instances started coming up with the wrong image
      Users started coming back with more reports
      Trains started to return to the depot
      Sites began returning blank pages`,
    are: `
      Servers started coming back online
      Trains began returning to normal
      Services started to come back`,
  },
  "an announcement": {
    kinds: ["public_update"],
    not: `
      Another message sent to the broker
      First message published to the exchange
      New message posted on the event bus
      Third message went to the log
      New update posted by Oracle
      Second statement issued by Fastly
      New page went live with a marketing banner
      Final notice on the office door
      Another message sent by mistake to the wrong list
      New post sent to moderation`,
    are: `
      First public update posted
      Second status page update published
      Second public statement issued
      Second update posted by Ana`,
  },
  "a start elsewhere or under a condition": {
    kinds: ["impact_started"],
    not: `
      If the second link breaks, all deliveries stop
      Major outage in the drill
      Some staff unable to attend the call
      We made sure that no services halted
      Trading halted in the simulation
      Complete failure of the old cluster last year
      Most members cannot tell the two pages apart
      Several members unable to attend the meeting
      Widespread outage at Google last month
      Staff lose access next month`,
    are: `
      Complete outage of the booking site
      Network operations cease
      Several customers unable to pay`,
  },
  "a step behind a label": {
    kinds: ["mitigation_started", "deploy_finished"],
    not: `
      Mitigation: pending
      Mitigation: under review
      Workaround: see the wiki
      Workaround: please use the app
      Remediation: unclear
      Containment: in progress
      Remediation: rewrite the parser
      Fix applied: none
      Fix applied: pending
      Mitigation: same as in spring`,
    are: `
      Containment: ban of the scanner's addresses
      Mitigation: traffic limited to one tenth
      Fix applied: cache key now contains the tenant`,
  },
  "an update for those who work on it": {
    kinds: ["internal_update", "monitoring", "handoff", "impact_changed"],
    not: `
      Staff told the press
      Support notified the police
      All teams updated their laptops
      Management informed the regulator
      Monitoring performance is poor
      Monitoring results were wrong
      Shift handover forgotten
      Shift change skipped
      Problem grew out of a typo
      Disruption expanded, see the section below`,
    are: `
      Management informed
      Monitoring the recovery
      Problem spreads to Berlin`,
  },
  "a report of trouble": {
    kinds: ["alert_fired", "error_observed", "customer_report"],
    not: `
      The nightly job reported no errors
      The health check reports OK
      Monitoring reports all targets healthy
      The import reported zero failures
      Smoke tests report that everything is fine
      Pingdom reports that all checks are green
      A customer reports no further problems
      The backup reported success
      The probe reported nothing unusual
      Index build finishes and reports success, with no documents in it`,
    are: `
      A customer reports that search is empty
      Monitoring reports high latency
      The health check reports that all nodes are unhealthy
      Customers report that all is fine but search is slow
      The job reported 12 errors`,
  },
  "a habit": {
    kinds: ["data_change", "automated_action", "customer_report", "deploy_finished", "mitigation_started"],
    not: `
      Import job runs each morning
      Reindex runs every Sunday
      Scheduler restarts workers every night
      Support calls increase each Monday
      Rollout goes out on Wednesdays
      Sweep ran each night
      Proxy removed nodes each weekend
      Backfill runs every month
      Deploy goes out on Fridays
      User complaints rise every December`,
    are: `
      Import job started late
      Scheduler evicts the pods
      Support calls surge`,
  },
};
const linesOf = (text: string) => text.split("\n").flatMap((line) => (line.trim() ? [line.trim()] : []));

describe("a line that starts like a usual one", () => {
  it.each(Object.entries(LINES))("is read as %s only if its other words agree", (_, { kinds, not, are }) => {
    const wrong = linesOf(not).filter((line) => kinds.includes(guessKind(line)));
    const missed = linesOf(are).filter((line) => !kinds.includes(guessKind(line)));
    expect({ wrong, missed }).toEqual({ wrong: [], missed: [] });
  });
});
