import { describe, expect, it } from "vitest";
import { guessByGrammar } from "./guess-kind.ts";

/** Who or what acts. Any of the kinds before the bar is right. */
const TABLE: Record<string, string> = {
  "colleagues are told only where they are what is told": `
observation deploy_finished | Team updated the fix on the manager cluster
internal_update | Ana informed management about the delay
internal_update | Stakeholders were notified
internal_update | Posted the findings in the #incident channel
internal_update | An email is sent to the owning team
observation | Support engineer informed of a problem with one workload
internal_update | We briefed the executives
observation deploy_finished | Engineers updated the library on two hosts
internal_update | Mail sent to the leadership
observation deploy_finished | Our team shared hosting moved to the new node`,
  "a tool that people talk through is no supplier": `
declared | @lena declares the incident in Slack
declared | Bo declared an incident using the Slack bot
declared | War room opened, incident declared SEV-2
declared | Incident declared in Discord
dependency_event | AWS declares an incident in Dublin
declared | Major incident declared with PagerDuty
customer_report | Reports of issues signing into the AWS console
declared | Incident declared SEV-1
dependency_event | GitHub declares an incident on its status page
observation | Read the vendor's incident report`,
  "a person is not who the words around look like": `
joined | Member of the network team joined the call to begin investigating
observation internal_update | Sam reports that the pods crash
customer_report | Community member reported seeing 500 errors
error_observed | New student servers report a 500 error
customer_report | User with a '.' in their name reports an empty home directory
customer_report | Students report the hub is down
customer_report | A user reports the login page hangs
customer_report | Alerted by an end-user team that deploys fail
commander_assigned | @nova appoints @lena as incident commander
observation | Priya observes heavy load on the database being shed
observation error_observed | Developer reports a high count of HTTP status code 307`,
  "what is measured does nothing on purpose": `
metric_shift observation | Restart count stopped increasing
observation | Error rate limits what we can see
metric_shift | Latency stopped growing
observation | The number of retries disables nothing
metric_shift error_observed | Queue depth keeps growing
observation metric_shift error_observed | Timeouts block the queue
observation error_observed metric_shift | The load stopped two workers
observation | Cleanup script deletes old rules
mitigation_started | We stopped the load test
config_changed | Ana deletes the rule`,
  "a platform moves its own parts": `
automated_action | The proxy pod is evicted
observation | Two pods created, all of them pending
automated_action | Three pods were rescheduled
observation error_observed | Pod killed
infra_change mitigation_started | Deleted the pods by hand
infra_change | We killed the stuck pods
infra_change | The node is cordoned
infra_change mitigation_started | Old node group uncordoned
infra_change | Rolled over the sick node
infra_change | Node rollover started`,
  "how often is not what": `
observation error_observed restarted | The hub restarted an eighth time
restarted | Restarted the hub a second time
observation error_observed | k3s restarted a third time
error_observed | The job failed three times
restarted | We restarted the worker two times
alert_fired | The same alert fires a third time
alert_fired | The same alerts repeat
escalated | Escalated to the vendor a second time
rollback_finished | Rolled back the release a second time
observation | The import was retried two times`,
  "a number behind a noun names it": `
restarted | Server 1 rebooted
restarted | Worker 3 restarted
error_observed | HTTP 500
error_observed | Node 12 crashed
restarted | VM 101 was restarted
error_observed | Host 7 hangs
infra_change | Node 4 was drained
error_observed impact_started | API 2 is unreachable
restarted | Broker 2 restarted
error_observed | Pod 9 fails`,
  "a released thing is withdrawn, a leaked one wiped": `
mitigation_started | The package was yanked from the registry
mitigation_started | Release 2.1 deleted
mitigation_started | We unpublished the client
mitigation_started | Token redacted in all four files
mitigation_started | Removed the plugin from the store
mitigation_started | Bo scrubbed the key from the history
mitigation_started | The image was recalled
observation | The review of the release was removed from the plan
observation | Nobody yanked the package
observation | We should yank the package`,
  "what is raised with somebody is passed on": `
escalated | Issue raised with the registry operator
escalated | High severity ticket raised with Elastic
escalated | Opened a case with the vendor
escalated | Our hosting provider was informed about the outage
escalated | We logged the problem with their support
customer_report | Ticket opened by a customer about missing invoices
observation | Sev 1 ticket raised
customer_report | Lena from Northwind flagged an issue with the export
observation | Test case that shows the failure created
customer_report | Report received from a partner about a high rate of errors`,
  "what is blocked by a fault is at fault": `
error_observed | The deployment is blocked by a CPU flag issue
error_observed | All pages return 500
error_observed | Both jobs return an error
impact_started error_observed | The shop is not available in Norway
impact_started error_observed | The portal was not reachable
impact_started | The export service begins having issues
error_observed impact_started | The problem reappeared on the second site
mitigation_started | We blocked the crawler
restarted | Instance manually stopped and restarted in the console
mitigation_started | The worker was shut down`,
  "naming a fault does not fix it": `
observation | Issue identified, started work on a fix
observation | Another bug identified. Fixed in #856 and tagged
resolved | Fixed
mitigated | Repaired
observation | All hosts are checked, and verified to not be compromised
observation | Scheduled tests verified to not be failing
resolved | Issue resolves without intervention
resolved | The issue is resolved
observation | The issue was partially resolved
mitigated resolved | Incident repaired`,
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
