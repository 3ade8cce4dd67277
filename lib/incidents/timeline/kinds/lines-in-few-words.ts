/** Notes in few words, with all kinds that are right, the best one first. */
export const LINES_IN_FEW_WORDS = `
resolved impact_ended | Payments are flowing again
resolved impact_ended | Back in business
resolved impact_ended | VPN restored for all offices
resolved impact_ended | Pipelines are green again
resolved impact_ended | Everything working as expected again
resolved impact_ended metric_shift | Traffic back at normal levels and all alerts cleared
resolved | Ticket resolved and incident over
resolved impact_ended | Full recovery
resolved impact_ended | System recovered
resolved impact_ended | Phones work again
resolved impact_ended | Mirrors are in sync again
resolved impact_ended | Recovery complete
resolved impact_ended | Last shard restored, all data available
resolved impact_ended | Network is up
resolved | Incident ended
impact_started error_observed | The database server goes offline
impact_started error_observed | Nobody can reach the intranet
impact_started error_observed | The queue stops draining
impact_started error_observed | Phones go dead
impact_started error_observed | Shop returns errors to all visitors
impact_started error_observed | Outage of the payment page
impact_started error_observed | Intermittent failures begin
impact_started error_observed | Customers lose access to their dashboards
impact_started error_observed | Messages are no longer delivered
impact_started error_observed | Website starts timing out
impact_started error_observed | Builds start to fail for all repositories
impact_started error_observed metric_shift | Error rate jumps to 100%
impact_started error_observed | Deploys are broken
impact_started | Impact starts
impact_started error_observed | Users cannot log in
impact_started error_observed | API becomes unresponsive
impact_started error_observed | The power fails in hall 2
mitigated impact_ended | Emergency patch restores logins
mitigated impact_ended metric_shift | Error rates drop after the rollback
mitigated impact_changed | Half of the traffic is healthy
mitigated impact_changed | First users can log in
mitigated impact_changed impact_ended | Service recovering
mitigated | Problem contained
mitigated impact_ended impact_changed | Service partially restored by a failover
mitigated impact_ended impact_changed | Most customers recover
mitigated impact_changed metric_shift | The queue shrinks
mitigated impact_ended impact_changed | Read access is restored
mitigation_started restarted | Restarting all the things
mitigation_started data_change | Truncated the sessions table
mitigation_started infra_change | Detached the broken disk
mitigation_started config_changed | Edited the hosts file by hand
mitigation_started | Disabled the plugin
mitigation_started flag_off | Turned the feature off for all tenants
mitigation_started rerouted | Routed around the dead link
mitigation_started rollback_started rollback_finished | Went back to the old version
mitigation_started rollback_started rollback_finished deploy_started deploy_finished | Deployed the previous build again
mitigation_started data_change | Flushed the cache
mitigation_started data_change | Copied the missing files from the replica
mitigation_started infra_change | Swapped the failed power supply
mitigation_started | Ran fsck on the volume
mitigation_started | Forced a resync of the replica
mitigation_started deploy_finished | Applied the hotfix on production
mitigation_started scaled | Resized the disk
mitigation_started | Restricted access to the staff network
mitigation_started | Cleared the stuck lock
mitigation_started | Dropped connections from the bad client
mitigation_started | Moved the site into read-only
mitigation_started infra_change | Unmounted the full volume
mitigation_started scaled | Spun up three more workers
error_observed | Out of memory on node 3
error_observed | Login returns 500
error_observed | Disk errors on host 4
error_observed | Cron failed
error_observed | Timeouts in the ledger
error_observed | The import crashed with an exception
error_observed | The server is not responding
error_observed | SSL handshake fails
error_observed | Broken pipe errors in the log
error_observed | Database deadlocks
error_observed | Consumer throws an exception
error_observed metric_shift | Connections pile up
error_observed metric_shift | Swap is full
error_observed | The deploy fails
error_observed | Exception in the billing job
error_observed | Table is locked
error_observed | Two nodes drop out of the cluster
error_observed | A job is stuck
error_observed | The certificate has expired
error_observed | DNS lookups fail
error_observed impact_started | Mail bounces
customer_report | Customer complains
customer_report | User reports 404s in #support
customer_report | Merchants call in
customer_report | Report from a tenant: cannot sign in
customer_report | Support gets calls about blank pages
customer_report | Clients are reporting failed transfers
customer_report | A teacher writes that the portal is down
customer_report | Someone outside the company notices the broken page and mails us
customer_report | Inbound complaints on Twitter
customer_report | Reports come in about slow search
customer_report | Several tickets about timeouts
alert_fired | Alarm: temperature in the server room
alert_fired | Monitors go red
alert_fired paged | On-call gets paged by the error-rate monitor
alert_fired | Icinga turns critical
alert_fired | Disk space warning for db-2
deploy_finished deploy_started | Release 3.1 goes live
deploy_finished deploy_started config_changed | New firewall rules rolled out
config_changed | DNS TTL lowered
config_changed | A wrong setting is saved
migration | Migrated the users table to the new schema
infra_change | Switch replaced in rack 2
observation | Dashboard shows the release of last week
observation | Considering whether to restore from backup
observation | Rollback button not found
observation | The page of the runbook is missing
observation | A restart was not needed
observation | The recovery script is in the wiki
observation | The alert was a false one
observation | Call with the customer planned for Friday
observation | Logs of the deploy were downloaded
observation | The crash report is read
observation | Team discusses the error
observation | The release manager is on holiday
observation | Test of the failover scheduled
observation | Report on the outage sent to print
observation | An attacker scans the ports
observation | Access request approved
observation | Compared the config of both nodes
observation | Read the vendor's incident report
observation | Downloaded the patch
observation | The fix has not been deployed
observation | Waiting for the restart to finish
observation hypothesis | We think about a failover
observation | Looking for the commit
observation | No alerts fired
`;
