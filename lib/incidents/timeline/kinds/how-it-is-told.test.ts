import { describe, expect, it } from "vitest";
import { guessByGrammar } from "./guess-kind.ts";

/** One sentence structure with different words in each line. Any of the kinds before the bar is right. */
const TABLE: Record<string, string> = {
  "what runs normally again has ended, whatever is said of numbers beside it": `
resolved | Error rate back to normal, incident resolved
resolved | Latency returned to baseline, issue resolved
resolved | Queue drained; incident resolved
impact_ended | Login functionality fully restored
impact_ended | Payments are being processed normally again
mitigated | Finality fully restored after the validators upgraded
mitigated | Utility power restored
mitigated | All hosted bridges returned to normal
impact_ended mitigated | All services confirmed back online
mitigated | Cluster healthy again
mitigated | Confirmed healthy: 17 containers up
mitigated | Team confirmed operational status for all numbers`,
  "errors that are gone are a number, not a failure": `
metric_shift | Errors gone
metric_shift | Timeouts gone from the logs
metric_shift | 5xx errors stopped
metric_shift | The exceptions have disappeared
metric_shift | Connection errors went away
metric_shift | Failures dropped to zero
metric_shift observation | No more errors
observation | Zero errors in the last ten minutes
closed | 0 errors since noon; incident closed
metric_shift observation | Errors vanished after the restart`,
  "the first who are hit begin the impact": `
impact_started | First customers affected
impact_started | First users impacted
impact_started | Several tenants affected
impact_started | Voice calls affected in two regions
impact_started | Video playback impacted
impact_started | Users were logged out
impact_started | Members are locked out of their accounts
impact_started | Start of incident
impact_started | First players disconnected
observation | No customers affected`,
  "users who tell are no users who are told": `
customer_report | Users informed that they did not receive their mails
customer_report | Customers notified us that exports fail
customer_report | Users informed in the forum that they cannot log in
customer_report | Members told that their uploads were missing
customer_report | Notified by a customer about missing invoices
support_update | Customers were informed that a fix is on its way
support_update | Users informed about the delay
support_update | We informed customers of the outage
support_update | Affected merchants were notified by phone
public_update | Users notified via the status page
customer_report | Our customer facing team received an inquiry from a customer`,
  "what is announced is told to all, also with what it is about": `
public_update | The upgrade (25283300) is announced in Discord
public_update | Release 23.1 is announced on Twitter
public_update | Announced the recovery of the network on Discord
public_update | Announced the maintenance on the mailing list and on Mastodon
public_update | Notice published on the website
public_update | First public communication
public_update | We are aware of delayed mails
public_update | Official statement posted to the blog
internal_update | Posted a summary in #ops
internal_update | Update sent to all staff`,
  "an act behind another noun, or in brackets' company, is that act": `
restarted | Hardware reset was issued by the hosting team
restarted | A hard reset was initiated by remote hands
restarted | Third restart attempt
restarted | On-call engineer initiates reload of the router
rollback_started | Began the rollback operation
rollback_finished | Rollback process completed
deploy_started | Deploy step started
deploy_finished | Deployment pipeline finished
impact_ended | Recovery of the mainnet (RPC, P2P) completed
flag_off | Feature flag that controlled the traffic is disabled
deploy_finished mitigation_started | Fix for the bug that blocked the release is applied
mitigation_failed | Attempted failover failed`,
  "what fails by itself or by another fault is no act": `
error_observed | The machine stopped replying to heartbeats
error_observed | Both servers are taken out by a power failure
error_observed | Unexpected reboot of the database host
error_observed | Instance initiated an unplanned reboot
error_observed | Upgrade failed in an unclear state
error_observed | Redis ran out of memory
error_observed | The replica fell over
error_observed | Run 2210 completed with failures
error_observed | Search cluster turned red
error_observed | Secondary shows the same symptoms
error_observed | Wrong block generated
error_observed | System froze`,
  "who only stands by does not act": `
observation | Some pods stopped cleanly via systemd
observation | The team is still unable to isolate the bug
observation | The attack escalated significantly
impact_started error_observed | Network halts due to a bug
observation mitigation_started | Network halted by the operators
observation | Engineering alerts nobody
internal_update | The SRE team alerts the leadership
observation | Diagnosis: root is full
observation | Cause: the disk was full
observation | Root cause: nobody renewed the certificate`,
};

describe.each(Object.entries(TABLE))("%s", (_, lines) => {
  const rows = lines.trim().split("\n");
  it.each(rows.map((row) => ({ kinds: row.split(" | ")[0]?.split(" ") ?? [], words: row.split(" | ")[1] ?? "" })))(
    "reads the kind of “$words”",
    ({ kinds, words }) => expect(kinds).toContain(guessByGrammar(words).kind),
  );
});
