/** Lines of write-ups in the words of other houses, with all kinds that are right for them, the best one first. */
export const LINES_TOLD_OTHERWISE = `
acknowledged joined observation | The on-call engineer began looking into the alert within five minutes
acknowledged | Alert acknowledged by the on-call engineer
acknowledged | Ana acknowledges the page
alert_fired | Alarm triggered for low free memory
alert_fired | Alertmanager fires KubePodCrashLooping
alert_fired | At 14:10 our monitoring system alerted us that the login success rate had dropped below 80%
alert_fired | StatusCake notifies us of downtime
alert_fired | Uptime monitor reports the site as down
automated_action | Kubernetes evicts the pods
automated_action | Orchestrator promotes the replica automatically
automated_action | The cluster automatically failed over to the standby
automated_action | The scheduler moved the pods to other nodes automatically
config_changed mitigation_started scaled | The team increased the maximum number of connections
config_changed | DNS record updated
config_changed | Firewall rules changed
config_changed | New routing rules applied
config_changed | Rate limit raised for the partner
config_changed | Timeout lowered to five seconds
customer_report | A client emails support about broken reports
customer_report | A teacher phones the helpdesk
customer_report | Complaints on Twitter about login errors
customer_report | First support ticket
customer_report | Multiple customers contact support
customer_report | Our support team noticed an increase in tickets about missing notifications
customer_report | Received a report from a partner that their webhooks are failing
customer_report | Someone on IRC mentions that the mirror is outdated
customer_report | User reports on the forum that downloads are broken
customer_report | We received the first reports from customers that their orders were missing
data_change mitigation_started | Deleted the duplicate rows
data_change mitigation_started | Restored the table from the nightly backup
data_change mitigation_started | The corrupted index was rebuilt from the primary data
decision | Decision to fail over to the backup site
decision | It was decided to take the cluster offline until the data could be verified
decision | We decided against a rollback
declared | A major incident was declared and a bridge was opened
declared | Incident opened in the tracker
declared | Severity 1 incident declared
declared | We declared an incident
dependency_event | Azure incident resolved
dependency_event | GitHub reports degraded performance
dependency_event | Our cloud provider informed us that a power failure had hit one of its zones
dependency_event | Provider confirms hardware failure
deploy_finished deploy_started config_changed | At 14:02 UTC an engineer deployed a change to the authentication service that contained an incorrect default
deploy_finished deploy_started | Deployed commit 9f3e21
deploy_finished deploy_started | New firmware rolled out to the access points
deploy_finished deploy_started | Release 24.1 goes live
deploy_finished deploy_started | Rolled out version 7 to 10 % of servers
deploy_finished deploy_started | Upgraded Postgres to 16
deploy_finished mitigation_started mitigated | A fix was deployed to production
deploy_started deploy_finished | Upgrade of the Elasticsearch cluster begins
deploy_started | Rolling out v8 to the EU region
error_observed alert_fired | Health check for the auth service failed
error_observed impact_started | Checkout service begins to throw exceptions
error_observed impact_started | Search queries return empty results
error_observed metric_shift | CPU load on all web servers went up to 100 percent
error_observed | A storage controller in the primary data center failed
error_observed | Cron jobs silently stopped running
error_observed | Database master goes read-only
error_observed | One of the database hosts ran out of disk space
error_observed | Queue consumers hang
error_observed | Replication broke on the standby
error_observed | SSL handshake failures on the edge
error_observed | The certificate used by the internal gateway expired
escalated | Contacted the hosting company
escalated | Senior DBA called in
escalated | Support case raised with Oracle
escalated | The on-call engineer escalated to the storage team
escalated | We contacted our cloud provider for assistance
hypothesis | We think the cache is poisoned
impact_changed error_observed impact_started | Outage spreads to the second region
impact_changed error_observed impact_started | The problem spread to the reporting service
impact_changed mitigated | Partial recovery of the API
impact_ended mitigated resolved metric_shift | Error rates drop back to baseline
impact_ended mitigated resolved | All services restored
impact_ended mitigated resolved | Card payments recovered
impact_ended mitigated resolved | Website is back online
impact_ended resolved | End of customer impact
impact_started error_observed dependency_event | Loss of power at the data centre
impact_started error_observed metric_shift | API latency starts to rise
impact_started error_observed | At 09:15 customers started to experience failures when uploading files
impact_started error_observed | Between 11:00 and 11:20 users saw error pages instead of their dashboards
impact_started error_observed | Customers in Germany cannot check out
impact_started error_observed | Disruption of card payments started
impact_started error_observed | From 10:30 onwards, all requests to the EU endpoint returned 503 errors
impact_started error_observed | Incident begins
impact_started error_observed | Intermittent 503s for API clients
impact_started error_observed | The outage started when the last healthy node was removed
impact_started error_observed | The site was down for all visitors
impact_started error_observed | Ticket sales came to a halt
impact_started error_observed | Total outage of the mail platform
impact_started error_observed | Users are logged out unexpectedly
impact_started error_observed | Video playback affected for a subset of viewers
impact_started error_observed | Web interface unavailable
infra_change mitigation_started | A technician replaced the faulty line card
infra_change mitigation_started | Node drained and removed from the cluster
infra_change | Added a second load balancer
infra_change | Failed disk swapped
infra_change | Old switch replaced
internal_update | A summary was shared with the leadership team
internal_update | Executives briefed
joined | An engineer from the network team joined the call
joined | Security team joins the call
metric_shift | CPU drops to normal
metric_shift | Disk usage reaches 90%
metric_shift | Memory usage increases steadily
metric_shift | Request rate falls by half
migration | Database migration started
migration | Schema migration applied
migration | The database migration was started as planned
mitigated impact_ended resolved | At 18:20 all systems were operating normally
mitigated impact_ended resolved | Fibre repaired
mitigated impact_ended resolved | Link to the second data centre came back up
mitigated impact_ended resolved | Power restored at the site
mitigated impact_ended resolved | Replication repaired
mitigated impact_ended resolved | Service was restored for all customers
mitigated impact_ended resolved | The backlog of messages had been processed and the service was fully operational
mitigation_failed observation error_observed | Restarting the service did not resolve the issue
mitigation_failed | Failover unsuccessful
mitigation_failed | Scaling up did not help
mitigation_failed | Second restart made no difference
mitigation_started deploy_started deploy_finished | We began deploying a fix to all clusters
mitigation_started flag_off | Turned off the recommendation feature
mitigation_started rollback_started rollback_finished | The engineering team started to roll back the deployment across all regions
mitigation_started | Blocking the abusive crawler
mitigation_started | Put the site into maintenance mode
mitigation_started | We took the cluster offline to prevent further damage
monitoring | Continuing to monitor
monitoring | Fix in place, monitoring
monitoring | We continued to monitor the platform throughout the night
observation | A full review of the deployment process is under way
observation | A second engineer confirmed the findings
observation | Access to the console was requested
observation | After examining the logs we found that connections were not being released
observation | Backup verified
observation | Cause found in the new release
observation | Considering to roll back
observation | Created a ticket for follow-up
observation | Customers are not affected
observation | Engineers analyse heap dumps
observation | Engineers continue to work on a permanent fix
observation | Fix being prepared
observation | Handbook updated
observation | Logs collected from all nodes
observation | Looking into slow queries
observation | Maintenance window planned for Sunday
observation | No data was lost during the incident
observation | No impact on customers
observation | Reproduced the bug locally
observation | Review meeting held
observation | Reviewed the alert thresholds
observation | Rollback discussed
observation | Started investigation
observation | Testing whether a restart helps
observation | The backup was scheduled to run at midnight
observation | The change had been tested in staging
observation | The investigation was still ongoing at this time
observation | The network team checks the switches
observation | The on-call engineer did not see the alert
observation | The provider had not yet given an estimate
observation | The team discussed whether to notify customers
observation | The team identified that a recent schema change was the cause
observation | We are working with the vendor to understand the root cause
observation | We could not reproduce the issue
observation | We will publish a detailed report in the coming days
observation | Wrote the post-mortem
paged | On-call called out of bed by the pager
paged | Secondary on-call was paged
paged | The database on-call engineer was paged
public_update support_update | Affected customers informed by email
public_update support_update | We emailed all affected customers with an explanation
public_update | First update on the status page
public_update | Posted an apology on the blog
public_update | Updated the status page to resolved
public_update | We updated our status page to reflect the ongoing issue
rerouted mitigation_started | Traffic rerouted through Amsterdam
rerouted mitigation_started | Traffic was redirected to the secondary data center
rerouted | DNS switched to the standby site
resolved impact_ended closed | Incident declared over
resolved impact_ended closed | We consider the incident resolved
resolved impact_ended | At 13:40 UTC the incident was declared resolved
resolved impact_ended | Confirmed resolved by the customer
resolved impact_ended | End of incident
resolved impact_ended | Issue resolved
resolved impact_ended | Problem fixed
restarted mitigation_started mitigated | Our engineers restarted the affected nodes
restarted mitigation_started | A technician at the facility power-cycled the router
restarted mitigation_started | Forced a restart of the stuck workers
restarted | All pods restarted
restarted | Restarted the API servers
restarted | The mail server was rebooted
rollback_finished mitigated impact_ended | By 12:05 the rollback had completed and error rates returned to normal
rollback_finished rollback_started | Config change reverted
rollback_finished rollback_started | Rolled back to the last good build
rollback_finished | Finished rolling back all regions
rollback_started rollback_finished | Revert of the change is deployed
scaled mitigation_started | Provisioned extra capacity
scaled mitigation_started | We added additional capacity to the queue workers
scaled | Autoscaling limit raised to 40 instances
scaled | Increased memory of the cache nodes to 16 GB
impact_ended resolved public_update | Public update: GitLab.com is back online
impact_ended resolved | Bitbucket.org is reachable again
`;
