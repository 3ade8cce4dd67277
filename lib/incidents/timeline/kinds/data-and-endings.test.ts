import { describe, expect, it } from "vitest";
import { guessByGrammar } from "./guess-kind.ts";

/** One structure with words of its own in each line. Any of the kinds before the bar is right. */
const TABLE: Record<string, string> = {
  "what a provisioning tool applies is infrastructure": `
infra_change | Terraform plan is applied to the edge account
infra_change | Pulumi destroys the queue
infra_change | The Terraform run replaced both load balancers
infra_change | CloudFormation recreates the subnet
infra_change | Terraform begins to delete the cluster
infra_change | Atlantis applies the network plan
infra_change | OpenTofu removed the bastion
infra_change | Ansible run executed on all hosts
infra_change | Crossplane creates the bucket
config_changed | Terraform apply removes the alias record`,
  "a row that is changed is data": `
data_change | User record updated by hand
data_change | The customer's record was corrected in the database
data_change | Corrected the rows in the accounts table
data_change | Account record set to active
data_change | Updated four database rows
data_change | We fixed the row in the users collection
data_change | Two rows in the schema table were edited
data_change | Amended the record in the database
data_change | Added the row to the table
config_changed | DNS record updated`,
  "what is put into a database again is data": `
data_change | Lost invoices are recreated in the database
data_change | Bookings inserted into the database again
data_change | The deleted users are restored to the database
data_change | Missing payments inserted into the table
data_change | Orders were written back to the database
data_change | Recreated the sessions in the accounts table
data_change | Imported the contacts into the database again
data_change | Restored all rows to the table
data_change | Missing subscriptions re-created in the database
data_change | The comments are recreated in the db`,
  "a database that is dropped was dropped by an act": `
data_change | Database dropped
data_change | The production database was dropped
data_change | Customers table dropped
data_change | The schema is dropped
data_change | The reporting db is dropped
data_change | The users collection was wiped
data_change | Old tables dropped
data_change | Staging database destroyed
data_change | The table is destroyed
data_change | Both databases wiped`,
  "a replica that is enabled is infrastructure": `
infra_change | A read replica is enabled
infra_change | Enabled the standby
infra_change | The secondary was activated
infra_change | Attached a new replica
infra_change | Second standby enabled
infra_change | The replica is attached again
infra_change | We enable a read replica in Oslo
infra_change | Hot standby activated
infra_change | The follower is enabled
infra_change | The replica in Paris was enabled`,
  "the end of maintenance mode is a setting": `
config_changed | Maintenance mode disabled
config_changed | Maintenance mode lifted
config_changed | Maintenance page removed
config_changed | Turned maintenance mode off
config_changed | We leave maintenance mode
config_changed | The site leaves maintenance mode
config_changed | Safe mode is switched off
config_changed | Read-only mode disabled on the wiki
config_changed | Maintenance mode is turned off for all shops
mitigation_started config_changed | Maintenance mode enabled`,
  "what a name releases may be another's release": `
observation | Talos released v1.9.2
observation | Ubuntu publishes package 6.8
observation | Grafana released version 11.2
observation | Envoy ships a patch
observation | Rocky released the kernel
observation | Debian publishes the fixed package
deploy_finished | We released v4.2
deploy_finished | Released v1.9.2
deploy_finished | The team released version 8
deploy_finished | Version 5.1 was released`,
  "what is thought to be over is no decision": `
observation | We decided that the rollback had fixed it
observation | The team concluded that it was resolved
observation | We agreed that the matter is over
observation | After an hour we decided that the patch had solved it
observation | It was agreed that the incident is over
observation | Concluded that the revert fixed the timeouts
observation | They decided that the leak was fixed
observation | We conclude that the index is fixed
decision | We decide to revert
decision | Management decided on a refund`,
  "the end of an incident is told without a verb, or as what seems so": `
resolved | End of the incident
resolved | Incident over
resolved | The incident ends
resolved | Incident appears to be over
resolved | The incident seems resolved
resolved | The matter seems to be over
resolved mitigated | The problem appears fixed
resolved | The outage looks over
impact_ended | End of the outage
dependency_event | AWS incident ended`,
  "trouble and the start of an incident is the start": `
impact_started | Everything is broken. The incident starts
impact_started | The API returned errors. Incident begins
impact_started | Workers crash. The outage starts
impact_started | The database is stuck; the incident begins
impact_started | Login fails. Start of the outage
impact_started | Redis is down. Outage begins
error_observed | The proxy fails. The team looks at it
error_observed | Queue workers crash. Nadia joins
error_observed | The importer crashes. Somebody restarts it
error_observed | Disk errors on db-2. The outage ended a week ago`,
  "some of a group is a part, and not stable is no end": `
impact_changed | Some of the sites recovered
impact_changed | Most of the shops were restored
impact_changed | Half of the services came back
impact_changed | A few of the portals recovered
impact_changed | Some of the systems are restored
impact_changed observation | The site is back, but clearly not stable
impact_changed observation | Services are reachable, but still not stable
impact_changed observation | The portal is up again, but not healthy
impact_changed observation | Payments are working again, but not stable
impact_changed observation | The API is back, but by no means stable`,
  "a check for something is no alert": `
observation | First check for the real problem
observation | A check for critical updates
observation | Checks for the red team
observation | Second check for an alarm panel
observation | Daily check for a critical disk
observation | Probe for the down link
observation | Health check for the alerting host
observation | Monitor for the alarm desk
alert_fired | Alarm: disk full on web-3
alert_fired | Pingdom alarm`,
};

describe.each(Object.entries(TABLE))("%s", (_, lines) => {
  const rows = lines.trim().split("\n");
  it.each(rows.map((row) => ({ kinds: row.split(" | ")[0]?.split(" ") ?? [], words: row.split(" | ")[1] ?? "" })))(
    "reads the kind of “$words”",
    ({ kinds, words }) => expect(kinds).toContain(guessByGrammar(words).kind),
  );
});
