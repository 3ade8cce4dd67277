import { describe, expect, it } from "vitest";
import { guessByGrammar } from "./guess-kind.ts";

/** The possible kinds of each part of a sentence. Any of the kinds before the bar is right. */
const TABLE: Record<string, string> = {
  "a past before a noun describes it": `
impact_started | Customers started to see failed payments
impact_started error_observed observation | Users see failed builds
customer_report | Users report failed logins
impact_started | Merchants began to receive duplicated orders
impact_started customer_report observation | Guests continue to see declined bookings
observation metric_shift | Engineers notice increased latency
impact_started | Customers started getting delayed invoices
observation error_observed | We saw failed jobs in the audit log
error_observed | Failed requests keep returning 500s
error_observed | The nightly import failed
error_observed | Payments failed after the deploy was done
deploy_finished | Ana updated plugins on the build server`,
  "an act that stands before another noun is no act": `
metric_shift error_observed | Restart counter climbs to 102
observation | Rollback plan drafted
observation | Failover test completed
observation internal_update | Alert channel created
observation | Deploy freeze announced
observation | Restart loop detected
observation | Upgrade window extended
observation | Rollback script reviewed
observation | Escalation policy discussed
observation | Deploy checklist updated
observation error_observed | Issue identified: upgrade process failed halfway`,
  "what an act is for does not decide": `
rollback_finished | To avoid another deploy, only the hub image is reverted
scaled | To get rid of the errors, we doubled the workers
restarted | To clear the stuck sessions, the broker was restarted
escalated | To find out why the deploy failed, Bo contacted the vendor
decision | To keep the page up, the team decided to wait
config_changed | To stop the alerts, the threshold was raised
scaled | Scaling down the cluster by two nodes to free up addresses
scaled | Scaled up the pool to survive the restart
rerouted | Traffic moved to Dublin to restore the service
restarted | To see whether the failover helps, restart the proxy`,
  "what somebody thinks first does not decide": `
restarted | Suspecting network issues, the proxy pod is restarted
observation | Believing the issue to be resolved, work goes on
rollback_finished | Seeing errors, Ana rolled back the release
escalated | Assuming a bug in the driver, we contacted the vendor
observation | The intruder was found, following attempts to deploy malware
restarted | Noticing the alert, Bo restarted the hub
hypothesis | Suspecting the cache
rollback_finished | Thinking of the deploy, we reverted it
scaled | Expecting more load, the team added three nodes
observation decision | Knowing that the rollback had failed, we wait`,
  "what there was is named": `
metric_shift | There was a spike in latency
observation | There were no errors after the restart
customer_report | There were reports of failed logins
impact_started | There was an outage in the region
observation | There was no impact on users
observation | There is a plan to roll back
error_observed metric_shift | There were many timeouts on the API
observation | There will be a rollback
metric_shift | There is an increase in error rates
observation | There was nothing in the logs`,
  "nothing is no thing": `
observation | Health checks passing, no errors
observation | No alerts
observation | No reports from customers
observation | No outage
observation | No rollback
observation | All quiet, no timeouts
observation | No failover
observation | Without errors
observation | No spike in traffic
observation | No update on the status page`,
  "a performed act is that act": `
mitigation_started | Performed a reinstall of ruby on the machine
rollback_finished | Rollback performed
restarted | Ana performed a rolling restart of the fleet
rerouted | Failover was executed
observation | We ran a failover test
observation | Performed a review of the rollback plan
rerouted | Executed the failover to Dublin
restarted | A restart of the broker was performed
rollback_finished | The team performed the rollback
observation | Conducted an interview about the outage`,
  "a word before an act tells how far it came": `
rollback_finished | Successful rollback
rollback_finished | Completed rollback of 1.2
observation mitigation_failed error_observed | Failed rollback
restarted | Full restart of the cluster
observation | Proposed rollback of the release
observation | Possible outage in Dublin
observation | Planned restart of the hub
observation | Requested failover to the standby
deploy_finished | Successful deployment of the fix
impact_started | Full outage of the shop`,
};

const rowsOf = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [kinds = "", words = ""] = line.split(" | ");
      return { kinds: kinds.split(" "), words };
    });

describe.each(Object.entries(TABLE))("%s", (_, lines) => {
  it.each(rowsOf(lines))("reads the kind of “$words”", ({ kinds, words }) => {
    expect(kinds).toContain(guessByGrammar(words).kind);
  });
});
