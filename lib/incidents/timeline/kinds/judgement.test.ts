import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { guessKind, kindsTold } from "./guess-kind.ts";

/** Each rule of judgement in ten new lines. Any of the kinds before the bar is right, and so is none. */
const TABLE: Record<string, string> = {
  "what did not happen is nothing": `
observation | The standby was never promoted
observation | Nobody restarted the print server
observation | No customer complained that evening
observation | The firmware has not been rolled out yet
observation | We did not page the storage team
observation | Traffic was not moved
observation | Neither alert went off
observation | The pipeline has not deployed anything since Monday
observation decision | The team did not declare an incident
observation | Capacity was not increased`,
  "what was looked at and found healthy was not broken": `
observation | checked logs, embedding service healthy
observation | Checked the dashboards: the API is fine
observation | Reviewed the last deploys – all clean
observation | We looked at the database, replication healthy
observation | went through the certificates; they are fine
mitigated impact_ended resolved | Checked the logs; all services are healthy again
mitigated impact_ended resolved | Checked the site, it is back and healthy
mitigated impact_ended resolved | Verified that the service is healthy again
mitigated impact_ended resolved | Checked the queue, everything is healthy now
observation error_observed | Checked the logs, the cache is unhealthy`,
  "what is planned is not done": `
observation decision | Plan: reboot the firewall after lunch
observation decision | We are going to fail over tomorrow
observation | Tonight the workers will be scaled up
observation | Preparing to revert the schema change
observation | The vendor will ship a patch next week
observation decision | Intend to turn off the cache if it gets worse
observation | A restart is scheduled for 22:00
observation | Next we will purge the queue
observation | Getting ready to move traffic to Madrid
observation | To be deployed after the review`,
  "a condition is no act": `
observation decision | If latency rises again, roll back
observation | Should the disk fill up, delete old dumps
observation decision | Unless it recovers, we fail over
observation | When the queue is empty the workers may be scaled down
observation question | Would a restart help
observation | A rollback would lose two hours of orders
observation | It could be deployed without downtime
observation | One could switch the flag off
observation | In case of more errors page the owner
observation | Had we restarted it, the sessions would be gone`,
  "a step that failed is no success": `
mitigation_failed error_observed | The failover was attempted and failed
mitigation_failed | Purging the cache brought no relief
mitigation_failed error_observed | The revert would not build
mitigation_failed | A second reboot changed nothing
mitigation_failed error_observed | Restore from backup aborted with a checksum error
mitigation_failed | More memory did not help
mitigation_failed error_observed | Rolling back did not work
mitigation_failed | Switching the provider had no effect
mitigation_failed error_observed | Deployment of the patch failed
mitigation_failed | The workaround turned out to be useless`,
  "what somebody else does is not ours": `
dependency_event | Azure reports that storage in the north is degraded
dependency_event | Akamai has fixed its network
dependency_event | Our telephony provider is investigating
dependency_event third_party_change | Twilio rolled back its release
dependency_event public_update | GitHub posted that webhooks are late
dependency_event | The registrar restored the zone
dependency_event third_party_change | Google upgraded the control plane
dependency_event resolved | The carrier says the fibre is repaired
dependency_event | PayPal confirms an outage
dependency_event mitigated | AWS restored power in the zone`,
  "begun and done differ": `
deploy_started | Release of 9.1 begins
deploy_finished | Release of 9.1 is complete
rollback_started | Starting to roll back the gateway
rollback_finished | The gateway is rolled back everywhere
deploy_started | Kicked off the deploy of the mailer
deploy_finished | Deploy of the mailer has finished
rollback_started | Revert started by Ivo
rollback_finished | Revert of the mailer completed
deploy_started mitigation_started | Fix is being rolled out
deploy_finished mitigated | Fix rolled out to all hosts`,
  "a name that is a verb does nothing": `
alert_fired | Alertmanager sends an alert for db-2
observation | Restart is the title of the page
observation | The Deploy team meets at nine
observation | Rollback runbook opened
observation | Read the Escalate guide
alert_fired | PagerDuty alert for the Scale service
observation | Report Builder page looked at
observation | Backup Monitor dashboard checked
observation | Drain is the name of the script
observation config_changed | Alert rule for queue age rewritten`,
  "a habit and the past are not now": `
observation known_risk earlier_incident | We usually restart it once a week
observation earlier_incident | In March the same alert fired twice
observation known_risk | The job often fails on Mondays
observation earlier_incident | A year ago we rolled back in the same way
observation known_risk | It tends to run out of memory
observation | Normally the on-call is paged
observation earlier_incident | This had been reported in spring
observation design_decision | The cache was once disabled for speed
observation known_risk | Every winter the lines go down
observation earlier_incident | Back in 2021 the switch was replaced`,
  "a habit next to an event is no event": `
observation | This alert usually fires at night
observation | The cache tends to fill up, and the on-call restarts it
observation question | How often does the alert fire?`,
  "a question is a question": `
question | Who can reboot the router?
question | Did the deploy go through?
question | Should we declare?
question | Is the site down for you too?
question | Could this be the new proxy?
question | Has anybody told the customers?
question | What changed at ten?
question | Why did the alert not fire?
question | Can we turn the flag off?
question | Are payments back?`,
  "a language without a table or hardly a known word is left neutral": `
observation | Palvelu on taas käytettävissä
observation | Palvelin käynnistettiin uudelleen
observation | xq-77 zlorf brindle vantu
observation | Teenus on taastatud
observation | A kiszolgáló újraindult
observation | Serverul a fost repornit
observation | A szolgáltatás helyreállt`,
};

const readRow = (row: string): [words: string, kinds: EventKind[]] => {
  const [kinds = "", words = ""] = row.split(" | ");
  return [words, kinds.split(" ") as EventKind[]];
};

describe.each(Object.entries(TABLE))("%s", (_, rows) => {
  it.each(rows.trim().split("\n").map(readRow))("reads the kind of “%s”", (words, kinds) => {
    expect([...kinds, "observation"]).toContain(guessKind(words));
  });
});

it.each<[string, EventKind[], string[]]>([
  ["The on-call was paged. This alert usually fires at night.", ["paged", "alert_fired"], ["paged"]],
  ["This alert usually fires at night. The on-call was paged.", ["paged"], ["paged"]],
  ["We restarted the hub, which often helps", ["restarted"], ["restarted"]],
  ["Customers report errors, as typically after a release", ["customer_report"], ["customer_report"]],
  ["Rolled back the release (this often takes ten minutes)", ["rollback_finished"], ["rollback_finished"]],
  ["Customers report errors - the shop tends to be slow", ["customer_report"], ["customer_report"]],
  ["The job often fails on Mondays", ["observation"], []],
])("a habit gets no kind from the rest of its line: %s", (words, kinds, told) => {
  expect(kinds).toContain(guessKind(words));
  expect([...kindsTold(words)]).toEqual(expect.arrayContaining(told));
});

it.each([
  ["checked logs, embedding service healthy", []],
  ["Reviewed the dashboards: the API is fine", []],
  ["checked logs, service is healthy again", ["mitigated"]],
])("what was found healthy suggests no kind for a milestone: %s", (line, kinds) => {
  expect([...kindsTold(line)]).toEqual(kinds);
});
