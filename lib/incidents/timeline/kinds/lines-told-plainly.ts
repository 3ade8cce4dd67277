/** Lines in the plain and short words of logs and chats, with all kinds that are right, the best one first. */
export const LINES_TOLD_PLAINLY = `
resolved impact_ended | The source trees are re-opened
resolved impact_ended | Trees reopened to commits
resolved impact_ended | Site restored
resolved impact_ended | The shop is healthy again
resolved impact_ended | All restores complete and the service is back
resolved | Problem confirmed resolved
resolved | Confirmed resolved by the network team
resolved | Resolved
resolved | Resolved.
resolved mitigated | Repaired
resolved mitigated | Fixed
resolved impact_ended | Store re-opened
resolved impact_ended | Registry back online
resolved impact_ended | Booking is operating at 100 %
resolved impact_ended | All data centres restored
resolved impact_ended | The forum is fully functional again
observation | Tickets re-opened for triage next week
observation | All tests restored to the suite
impact_started error_observed | The mail server stops
impact_started error_observed | Ordering stops working for everybody
impact_started error_observed | Checkout hard down
impact_started metric_shift error_observed | Success rate reaches 0 %
impact_started metric_shift error_observed | Throughput of the gateway drops to 0
impact_started | The degradation began
impact_started | Impact began
impact_started | Slowdown begins for shops in Canada
impact_started | A bad query brought down the app
impact_started | The new rule took down the login page
impact_started | The shop suffered 20 minutes of downtime
impact_started metric_shift | Latency started rising
impact_started metric_shift | Error rates began to climb
impact_started customer_report | Degradation reported by several shops
impact_started | Trees closed
impact_started | The store is closed to new orders
impact_started | Registration closed because of the errors
impact_started error_observed | Payments begin failing
impact_started error_observed | Logins began to fail
impact_started error_observed | The API starts to return 500s
observation mitigation_started | We stop the importer
observation | The meeting began
observation | Door to the server room closed
mitigated impact_ended resolved | Ops declares the mail relay online
mitigated impact_ended resolved impact_changed | Team declares the API available again, with delays
mitigated impact_ended impact_changed | The portal operates normally, but exports are slow
mitigated impact_ended impact_changed | Site works again but images load slowly
mitigated metric_shift impact_changed | Errors improved after the change
mitigated metric_shift impact_changed | Latency improves for most regions
mitigated impact_changed metric_shift impact_ended | The cluster begins to recover fully
mitigated impact_changed metric_shift observation | The site begins to recover
mitigated impact_changed metric_shift impact_ended | Service starts recovering
mitigation_started | Reinstalled the agent on all hosts
mitigation_started data_change | Replayed the logs from before the crash
mitigation_started data_change | Replaying the missed events
mitigation_started deploy_started deploy_finished | Monkey patch put in place on the two workers
mitigation_started deploy_started deploy_finished | Hot fix put in place by hand
mitigation_started deploy_started deploy_finished | Patched the running servers by hand
mitigation_started config_changed | Rolled all API credentials
mitigation_started config_changed | Rotated the signing keys
mitigation_started config_changed | Leaked tokens revoked
mitigation_started | Ran the clean-up job by hand
mitigation_started infra_change data_change | Manually created the missing bucket
mitigation_started infra_change data_change | Created the missing index by hand
mitigation_started | Stopped the ingestion
mitigation_started | Stopping all imports
mitigation_started deploy_started deploy_finished | Redeployed the proxy by hand
mitigation_started | Locked the compromised accounts
mitigation_started config_changed | Reset the passwords of the affected accounts
observation | Patch written and reviewed
observation | Planning to rotate the keys next week
error_observed impact_started | Requests time out
error_observed impact_started | Calls to the ledger timing out
error_observed | Node 7 has a disk error
error_observed | The build has a strange-looking error about certificates
error_observed | The first 403 response is seen in the logs
error_observed | First 500 in the access log
error_observed metric_shift | Workers are rapidly using up connections
error_observed metric_shift | The job is consuming all memory
error_observed | The indexer crashes
error_observed | Importer hitting missing files
error_observed | Scheduler hits a deadlock
error_observed | The retries are overwhelming the database
error_observed metric_shift | Crawlers overwhelm the web tier
observation | The guide has a chapter about error handling
customer_report | Jan from the Berlin office says that he can't log in
customer_report | Acme Ltd reports that orders are missing
customer_report | Contoso complains about slow pages
customer_report | A tester from Mozilla reports failing downloads
customer_report | A volunteer says the wiki is down
customer_report | A researcher reports a leak of e-mail addresses
customer_report | The on-duty clerk reports that printing fails
observation | Lee says that the meeting moves to noon
observation | Bo reports that the graphs look fine
config_changed | Landed a change to add records for the mail domain
config_changed | Lands a change to the zone file
config_changed | Renamed the environment variable in the settings
config_changed data_change infra_change | The column was renamed
config_changed infra_change data_change | Renamed the bucket that holds the images
infra_change | A script deletes the ingress of the shop
infra_change | Deleted the old load balancer
infra_change | Ran system updates on the file server
infra_change | Operating system updates are applied to all hosts
infra_change deploy_finished | The kernel was updated on the bastion
infra_change config_changed | Removed the DNS zone from the account
dependency_event | Hetzner incident regarding storage posted
dependency_event | Azure incident about networking opened
dependency_event | AWS posts an incident for the Tokyo region
dependency_event | Status of GitHub changes to degraded
dependency_event | OVH incident on the backbone published
alert_fired | The team is alerted
alert_fired paged | On-call team was alerted by the monitors
`;
