/** Short lines of logs and notes, with all kinds that are right, the best one first. */
export const LINES_TOLD_BRIEFLY = `
resolved impact_ended | The tree was reopened for all branches
resolved impact_ended | Services are up and running again
resolved impact_ended | Everything is back to normal
resolved impact_ended | All regions recovered
resolved impact_ended | Full functionality restored
resolved impact_ended | The cluster is healthy
resolved impact_ended | Normal service is restored to every tenant
resolved impact_ended | The site was brought back up
resolved impact_ended | Wiki came back
resolved impact_ended | Mail flow is restored
resolved | Issue confirmed as fixed by the storage team
resolved impact_ended | Outage is over
resolved | Problem solved
resolved | We call the incident resolved
resolved | Incident is considered resolved
resolved impact_ended | Printing works as usual again
resolved impact_ended | Uploads are working again for everyone
resolved impact_ended | Restore completed, the database is in service
resolved impact_ended | Error-free since 14:10, resolved
resolved impact_ended metric_shift | All queues caught up and jobs run normally
impact_started error_observed | The billing service goes offline
impact_started error_observed | Users start getting logged out
impact_started | Downtime begins
impact_started | Beginning of the outage
impact_started error_observed metric_shift | Availability falls to zero
impact_started error_observed | All requests to the API fail
impact_started error_observed | The website becomes inaccessible
impact_started error_observed | Sign-ups break
impact_started error_observed | Uploads stop working
impact_started error_observed | The deploy breaks the login page
impact_started error_observed metric_shift | Response times begin to increase
impact_started error_observed | The registry starts rejecting pushes
impact_started | First impact on customers
impact_started error_observed | The network went down in building C
impact_started error_observed | Jobs started queueing up and not running
impact_started error_observed | Site unreachable
impact_started | Service was interrupted
impact_started | We suffered a full outage of the API
impact_started error_observed | Requests begin to be dropped
impact_started error_observed | The main site is down
mitigated impact_ended | Workaround is in place and users can work
mitigated impact_ended metric_shift | Error rate is back to normal after the failover
mitigated | Immediate impact is contained
mitigated | The bleeding has stopped
mitigated impact_ended impact_changed | Most of the traffic is served again
mitigated metric_shift impact_changed | Errors subside
mitigated impact_changed | Situation improves
mitigated impact_changed metric_shift | Latency is coming down
mitigated impact_changed metric_shift | Performance improves after adding the index
mitigated impact_ended | Service stabilised
mitigated impact_ended | The cluster stabilizes
mitigated impact_ended | API back up, still catching up on the backlog
mitigation_started restarted | Kicked the stuck scheduler
mitigation_started data_change | Deleted the corrupted index file by hand
mitigation_started infra_change | Took the node out of rotation
mitigation_started infra_change | Removed the bad host from the pool
mitigation_started deploy_started deploy_finished | Pushed an emergency fix
mitigation_started | Temporarily disabled the cron
mitigation_started config_changed | Bumped the timeout to 60 s as a stopgap
mitigation_started data_change | Cleaned up old logs to free space
mitigation_started data_change | Freed up 20 GB on the disk
mitigation_started | Blackholed the attacking network
mitigation_started | Killed the runaway job
mitigation_started | Halted all deployments
mitigation_started | Froze deploys
mitigation_started infra_change | Recreated the broken volume
mitigation_started data_change | Rebuilt the index
mitigation_started config_changed | Put the old certificate back
mitigation_started config_changed | Renewed the certificate
mitigation_started data_change | Began restoring from last night's backup
mitigation_started | Revoked the leaked token
mitigation_started deploy_finished | Applied a workaround on the two brokers
mitigation_started rerouted | Pointed DNS at the old address
mitigation_started | Unblocked the queue by deleting the poison message
mitigation_started | Stopped the faulty rollout
mitigation_started scaled | Gave the database more memory
error_observed | Disk full on the log host
error_observed | The container gets OOM-killed
error_observed | Kernel panic on host 9
error_observed | Certificate expires
error_observed | First error in the logs
error_observed | Connections to the database are refused
error_observed | Logs full of "permission denied"
error_observed | Build jobs fail with "no space left on device"
error_observed | Replication breaks
error_observed | The backup job did not run
error_observed | Segmentation fault in the worker
error_observed | Pods are crash-looping
error_observed | The cluster lost quorum
error_observed | Health checks begin to fail
error_observed | The load balancer marks all backends as down
error_observed metric_shift | Database hits its connection limit
error_observed | Workers get stuck
error_observed | Batch import aborted with an exception
error_observed | Nginx returns 504
error_observed | Threads deadlock
customer_report | Several people on Twitter say the app is broken
customer_report | Bug filed by a user: cannot export
customer_report | Users complain in the chat that pages are slow
customer_report | We are told by a partner that callbacks fail
customer_report | Ticket opened by a shop in Oslo
customer_report | First user report
customer_report | Reported by a customer via e-mail
customer_report | A user posts in the forum that downloads hang
customer_report | Community members report problems with sign-in
customer_report | Someone reports on IRC that the mirror is stale
customer_report | An external researcher contacts us about a leak
customer_report | Customers tell support that cards are declined
customer_report | Users ask in the forum why builds fail
customer_report | A GitHub issue is opened about failing installs
customer_report | E-mail from a user about a broken link
observation | Patching is discussed for next week
observation | The team looks into the reports
observation | Fix identified
observation | Root cause is understood
observation | Waiting for DNS to propagate
observation | The runbook for failover was out of date
observation | The team notices that the alert did not fire
observation | Restore is estimated to take two hours
observation | Users may see delays while we work
observation | Closed the laptop
observation | A meeting is scheduled with the vendor
observation | The deploy script needs a token
observation | Mitigation options discussed
observation hypothesis | We believe the resolved ticket was a duplicate
observation hypothesis | We suspect the deploy
observation | Checked whether the restart helped
observation | The reports of the last quarter were reviewed
observation | Fixing the dashboard is next
observation | The error budget was spent
observation | Impact assessment begins
observation | Incident report published
observation | Incident review held
observation decision | Recovery plan agreed
observation | Recovery time objective is four hours
observation | Downtime window announced
observation | Alert thresholds reviewed
observation | Page load test prepared
observation | The customer success plan was shared
observation | Monitoring dashboard opened
observation | Test alert sent
`;
