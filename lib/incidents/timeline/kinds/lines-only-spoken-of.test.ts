import { expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";

/** Lines of what was done, and lines with the same words in which it is only spoken of. */
const USUAL: Readonly<Record<string, string>> = {
  English: `
    mitigation_started config_changed | Fix applied: cache key now contains the tenant
    dependency_event | Our ISP indicated that the faulty card had been replaced
    dependency_event | The hosting provider said that the cooling had failed
    dependency_event | Our carrier sent a notice about a fibre cut
    dependency_event | The vendor explained that a patch caused the failures
    alert_fired | CheckoutLatencyHigh Firing (for 5m)
    alert_fired | KubePodCrashLooping FIRING
    alert_resolved | CheckoutLatencyHigh resolved
    customer_report | The fault was noticed when customers complained about missing invoices
    customer_report | We became aware of the problem after several users reported failed uploads
    mitigation_failed | Tried to reset the switch, but could not reach it
    mitigation_failed | The team attempted to renew the lease but was unable to
    mitigated impact_changed | Servers began coming back around midnight
    alert_fired | Pingdom alert for the login page
    metric_shift | Cache hit ratio crosses below 60%
    metric_shift | Web nodes show high CPU usage
    metric_shift error_observed | Connection timeouts spike again
    impact_started error_observed | Network operations cease
    config_changed | Bo merges a config change that lowers the limit
    flag_off | Rollout percentage set to 0
    flag_off | Experiment turned off
    flag_changed | Rollout percentage set to 25 %
    impact_started error_observed | Billing dashboard goes offline
    error_observed impact_started | The upstream cache becomes unreachable
    observation | The fix will be applied after lunch
    observation | Our ISP has not said anything yet
    observation | We would restart the node if the alert is firing
    observation | Nobody noticed when the users complained
    observation | Config change reviewed
    observation | Discussed setting the rollout percentage to 0
    observation | High CPU usage could explain it
    observation | Servers are expected to start coming back at noon
    observation | The flag was not set to 0
    observation | We should merge the config change
    observation | A config change was not merged
    observation | Network operations did not cease
    observation | Hit ratio did not cross below 60%
    observation | Checking the settings in production
    observation | Settings page reviewed with the team
    observation config_changed | New alert added for queue depth
    observation config_changed | A new alert for free memory is set up
    observation | We might have to fail over again
    observation exec_update | Board told by phone
    handoff observation | Command handed from Ana to Bo
    observation | Rollout will reach 100% tomorrow
    observation | Feature flag new-checkout was not enabled
    observation | Should the feature flag be enabled for everyone
    observation | Backfill needs to be started after the release
    observation | We have not run the script to update the records
    observation | No users lost access
    observation | It is unclear whether customers lost access
    observation | If customers are unable to log in, call the on-call
    observation | Would the outage spread to the US region
    hypothesis observation | Impact could be limited to one region
    observation | Impact was not reduced
    observation | Nobody confirmed that customer impact ended
    observation | Connections to the database should not be exhausted
    observation | Error rate and latency did not increase
    observation | Support tickets did not increase
    observation | Team will join and look into it
    observation | Plan to open an incident channel
    observation | Nobody created an incident channel
    observation | We discussed whether to set up a crisis call
    observation | No scribe assigned
    observation | Shift handover planned at 18:00
    observation | Not clear what the possible cause is
    observation | Looks fine
    observation | Looks good to me
    observation | Seems to be working
    observation | It does not look like a database problem
    observation | Disk space will be freed tonight
    observation | The migration was not stopped
    observation | Consider stopping the import job
    observation | New certificate not installed yet
    observation | We need to resize the database
    observation | Errors have not stopped
    observation | Fix not confirmed yet
    observation | System is not stable yet
    observation | Waiting until the system is stable
    observation | Monitoring was missing
    observation | Monitoring will be added
    observation | Monitoring dashboards reviewed
    observation | Reopening the ticket was discussed
    observation | First status page post drafted but not published
    observation | We should post an update to stakeholders
    observation | Support team was not informed
    observation | Circuit breaker did not open
    observation | We should create a ticket to add an alert
    observation | Users say they are not affected
    observation | Customers say they are unaffected
    observation | A customer confirmed that everything works
    observation | Several customers confirmed they are not affected
    observation | Support says no customers are affected
    observation | Users report no issues`,
};

it.each(Object.keys(USUAL))("reads the usual lines of a timeline in %s", (language) => {
  const lines = (USUAL[language] ?? "").trim().split("\n");
  const wrong = lines.filter((line) => {
    const [kinds = "", text = ""] = line.split(" | ");
    return !kinds.trim().split(" ").includes(guessKind(text));
  });
  expect(wrong).toEqual([]);
});
