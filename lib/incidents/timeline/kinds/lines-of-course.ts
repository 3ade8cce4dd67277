/** Lines of write-ups with all kinds that are right for them, the best one first: what is told to others, and how it went. */
export const LINES_OF_COURSE = `
dependency_event | AWS posts a notice about elevated API error rates in us-east-1
dependency_event | Cloudflare confirms a network problem in London
dependency_event | Stripe reports recovery
dependency_event | Our CDN provider rolls back its change
dependency_event | GitHub's status page turns red
dependency_event | Google Cloud declares its incident resolved
dependency_event | The upstream provider begins emergency maintenance
dependency_event | The vendor confirms a faulty line card and replaces it
dependency_event | DigitalOcean begins to see packet loss in FRA1
dependency_event | An AWS availability zone loses power
dependency_event | The payment processor reports that its API is fully recovered
dependency_event | Azure begins mitigating the storage outage
dependency_event | Twilio opens an incident for delayed SMS
dependency_event observation | The provider tells us that a fibre was cut
dependency_event | Our cloud provider acknowledges a networking issue
dependency_event | Fastly reports that a fix is being rolled out
dependency_event | Upstream provider restores service
dependency_event | The AWS outage begins
dependency_event | Let's Encrypt's OCSP responders go down
error_observed | Primary database crashes
error_observed | Workers run out of memory
error_observed | Connection pool exhausted on api-3
error_observed | Logs show timeouts talking to Vault
error_observed | etcd loses quorum
error_observed | A leader election loop starts
error_observed | Nodes go NotReady one by one
error_observed | The cron job fails silently
error_observed | The primary refuses new connections: "too many clients already"
error_observed metric_shift | Replicas fall behind and reads return stale data
error_observed | The OOM killer terminates the process on shard 4
error_observed | Two of three Consul servers are unreachable, no leader
error_observed | The job scheduler stopped scheduling new work
error_observed | Requests to the auth service time out
error_observed observation | Grafana itself is unavailable
error_observed observation | CI fails on the revert
error_observed | Consul cluster becomes unhealthy
error_observed | Internal DNS resolution begins to fail across the fleet
error_observed impact_started | Requests to the public API start timing out
impact_changed | Service partially restored
impact_changed | Some users can log in again
impact_changed | The outage spreads to the mobile app
impact_changed | Performance remains degraded
impact_changed | Services start to come back, but response times are still very slow
impact_changed impact_ended | Most customers can use the product again
impact_changed | Impact grows: now all regions are affected
impact_changed impact_started error_observed | A second wave of failures hits the EU
impact_changed | Impact widens to include webhooks
impact_changed | The incident now affects all regions
impact_changed observation | Services begin to recover
impact_changed | Most services have recovered
impact_ended | Full service restored
impact_ended resolved | All systems operational
impact_ended | Customers can log in again
impact_ended | End of impact
impact_ended metric_shift resolved | All metrics back to normal, no customer impact any more
impact_ended | The site is back up
impact_ended mitigated | Deliveries resume
impact_ended | Normal operation resumed
impact_ended resolved | Service is fully restored for all customers
impact_ended metric_shift mitigated | Backlog fully processed and all jobs run on time
impact_ended | All services have recovered
impact_ended | Users are able to log in again
impact_ended resolved | Normal service resumes
impact_ended | The platform is fully operational
impact_ended | Site up
impact_started error_observed | Customers begin seeing intermittent 502s at the edge
impact_started error_observed | API requests start failing for roughly a third of EU tenants
impact_started error_observed | Logins start to fail
impact_started | Outage starts: dashboard and API return 503
impact_started | Checkout goes down in all regions
impact_started | Start of customer impact
impact_started error_observed | First failed customer requests (found later in the logs)
impact_started error_observed | Push notifications stop being delivered
impact_started error_observed | Webhooks stop being delivered to subscribers
impact_started error_observed | Users can no longer sign in
impact_started error_observed | Customers in us-east-1 are unable to create new builds
impact_started error_observed | The website becomes unavailable for users in Asia
impact_started metric_shift error_observed | Messages begin to queue up and deliveries are delayed by up to 20 minutes
impact_started error_observed | New pods cannot be scheduled, deploys for all teams are blocked
impact_started error_observed | Emails are not being sent
impact_started | Customers are seeing stale prices
impact_started error_observed | Roughly 12% of requests fail with HTTP 500
impact_started error_observed impact_changed | The errors return
impact_started error_observed | GitHub.com begins returning errors to a subset of users
impact_started | Users start to experience slow logins
impact_started | Start of outage
impact_started | Service disruption begins
impact_started error_observed | The dashboard fails to load for most customers
impact_started | Full outage: no traffic is being served
internal_update | Posted an update in #engineering
internal_update | Leadership briefed on the state of the incident
internal_update | Support team informed of the workaround
internal_update | Update sent to all staff
internal_update | The CTO is informed
internal_update | Heads-up sent to customer success
internal_update | An internal announcement is sent out to all engineers
internal_update | We let the support team know
internal_update | Summary posted to the incident channel
metric_shift | CPU on the primary climbs to 100%
metric_shift | Error rate falls below 1%
metric_shift | p95 latency doubles
metric_shift | Replication lag grows to 40 minutes
metric_shift | Traffic is three times the usual level
metric_shift | Queue drained to zero
metric_shift | Disk usage on db-3 hits 95%
metric_shift error_observed | We see errors on the write path climbing quickly
metric_shift | Memory use on the brokers has reached 98 percent
metric_shift | Errors drop to normal levels
metric_shift | Success rate recovers to 99.9%
metric_shift | Throughput is halved
metric_shift observation | Queues are draining
metric_shift | Backlog cleared
metric_shift | Number of open connections begins to climb
metric_shift | We see a sharp drop in traffic at our load balancers
metric_shift error_observed | Database CPU pegged at 100%
metric_shift impact_changed | Error rates begin to drop
metric_shift | Latency returns to pre-incident levels
metric_shift | Queue size back under 1000
mitigated | Issue mitigated; error rates back to baseline
mitigated impact_changed | Impact mitigated for most customers
mitigated | Mitigation in place
mitigated deploy_finished impact_changed metric_shift | With the fix out in every region, error rates drop to normal levels
mitigated | The incident is mitigated
mitigated | Impact is fully mitigated
monitoring | Monitoring the fix
monitoring | We continue to watch error rates
monitoring | Keeping an eye on things until the peak is over
monitoring | Team keeps monitoring overnight
monitoring | Moved to monitoring
monitoring | We continue monitoring the situation
monitoring | Status moved to monitoring while we watch the queues
public_update | Status page set to "Investigating"
public_update | Posted to the status page that we are looking into elevated errors
public_update | We publish the first notice on status.acme.dev
public_update | Status page updated: a fix has been implemented
public_update | Tweeted from @acmestatus that we're aware of the issue
public_update | Incident published on our status page
public_update monitoring | Statuspage incident moved to Monitoring
public_update | First external communication sent
public_update | Customers were notified through the status page and email
public_update | Banner put up in the web app telling users about the delay
public_update | We updated the status page to say that we'd identified the cause
public_update | Customer-facing notice published
public_update | An in-app banner is enabled to tell users that search is degraded
public_update | Status post: we are investigating reports of slow builds
public_update | Sent an email to all affected customers
public_update | We publish a status page incident
public_update | Public status page updated to "partial outage"
public_update | Our first tweet about the incident goes out
public_update | A post on the status page informs customers about the degraded service
public_update | Announcement made in the community Slack
public_update | Status updated to Identified
resolved | Incident marked resolved
resolved | All clear given
resolved | We declared the incident over
resolved | Status changed to resolved
resolved | We marked the incident as resolved after an hour without errors
resolved | Declared all clear
resolved | Incident over
resolved | Issue fixed, closing
resolved | The incident is declared resolved
resolved | We consider the incident closed
resolved | Incident status set to resolved
resolved | Issue fully resolved
support_update | Replied to the affected customer with a workaround
support_update | Support informs the customer that a fix is on its way
support_update | E-mailed the three affected customers individually
support_update | Sent the customer a list of the affected orders
support_update | Account managers contact the affected customers
third_party_change dependency_event | Our DNS provider pushes a change that breaks DNSSEC validation
`;
