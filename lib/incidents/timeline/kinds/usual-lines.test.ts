import { expect, it } from "vitest";
import { misread } from "./testing/misread.ts";

/** Usual lines of timelines, each with every kind that is right for it. */
const USUAL: Readonly<Record<string, string>> = {
  English: `
    deploy_finished deploy_started | Deployed v2.31.0 to production
    deploy_finished deploy_started | Release 2024.11 goes live
    deploy_finished | Deploy of checkout-service completed
    deploy_started | Deploy of checkout-service started
    deploy_finished deploy_started | New version of the billing API rolled out to all regions
    deploy_finished deploy_started | PR #4412 merged and deployed
    deploy_finished deploy_started | Change shipped to prod
    deploy_finished deploy_started | Build 8812 promoted to production
    deploy_started | Canary deploy of orders-api begins at 5%
    deploy_started | Rollout to 10% of hosts started
    deploy_finished deploy_started | Team pushes new build to prod
    deploy_finished | Rollout reached 100%
    config_changed | Config change applied to the load balancer
    config_changed | Increased connection pool size from 50 to 200
    config_changed | Timeout raised to 30s
    config_changed | Firewall rule updated to allow the new subnet
    config_changed | DNS TTL lowered to 60 seconds
    config_changed | Engineer edits the nginx config and reloads
    config_changed | Rate limit set to 100 rps
    config_changed | Terraform change applied to prod
    flag_changed | Feature flag new-checkout enabled for 50% of users
    flag_changed | Turned on the new pricing flag
    flag_off | Feature flag new-checkout disabled
    flag_off | Disabled the feature flag
    flag_off mitigation_started | Turned off the new search feature via flag
    infra_change config_changed | Replaced the core switch in rack 12
    infra_change migration | Maintenance window begins
    data_change | Backfill of the orders table started
    data_change | Ran a script to update all customer records
    migration | Database migration started
    migration | Schema migration 0142 applied
    migration | Migration of the users table finished
    third_party_change dependency_event | AWS rolls out a change to its metadata service
    third_party_change dependency_event | Our payment provider changed its API without notice
    impact_started | Customers start seeing errors at checkout
    impact_started | Impact starts
    impact_started | First users affected
    impact_started error_observed | Site goes down
    impact_started error_observed | Website becomes unavailable
    impact_started error_observed | API starts returning 500s
    impact_started error_observed | All requests to the API begin to fail
    impact_started error_observed | Users unable to log in
    impact_started error_observed | Users could no longer log in
    impact_started error_observed | Checkout stops working for EU customers
    impact_started error_observed | Complete outage of the web application
    impact_started error_observed | Service outage begins
    impact_started error_observed | Emails stopped being delivered
    impact_started error_observed | Payments begin failing
    impact_started error_observed | The platform became unresponsive
    impact_started error_observed | The app went offline
    impact_started error_observed | Users began experiencing slow page loads
    impact_started error_observed | Customers lost access to their dashboards
    impact_started error_observed | Primary database crashed, taking the site down
    impact_changed | Impact widens to the US region
    impact_changed | Outage now affects all customers
    impact_changed | Impact reduced to 5% of requests
    impact_changed error_observed | The problem spreads to the EU cluster
    impact_ended resolved mitigated | Users can log in again
    impact_ended resolved mitigated | Site is back up
    impact_ended resolved mitigated | Service restored
    impact_ended resolved mitigated | Impact ends
    impact_ended resolved mitigated | All systems operational again
    impact_ended resolved mitigated | Full service restored to all customers
    impact_ended resolved mitigated | Checkout works again
    impact_ended resolved mitigated | Customers no longer affected
    impact_ended resolved mitigated | Website is reachable again
    alert_fired | Alert fires: HighErrorRate on checkout
    alert_fired | PagerDuty alert fired for high latency
    alert_fired | Monitoring alerts on elevated 5xx rate
    alert_fired | Datadog monitor triggers for disk usage
    alert_fired | First alert received
    alert_fired | Alerts start firing
    alert_fired | Alarm for queue depth goes off
    alert_fired | Nagios reports db-3 as CRITICAL
    alert_fired | CloudWatch alarm enters ALARM state
    alert_fired | SLO burn-rate alert triggered
    alert_fired | UptimeRobot reports the site as down
    alert_fired | Grafana alert "p99 latency" firing
    alert_fired paged | On-call receives an alert for high error rate
    alert_resolved | Alert resolved automatically
    alert_resolved | Alert clears
    alert_resolved | All alerts cleared
    alert_resolved | Monitoring alert recovers
    alert_resolved | Alarm returns to OK
    metric_shift | Latency increases from 200 ms to 4 s
    metric_shift | Error rate climbs to 40%
    metric_shift error_observed | Error rate spikes
    metric_shift | CPU usage on db-1 reaches 100%
    metric_shift | Traffic doubles within five minutes
    metric_shift | Queue depth grows to 1.2 million messages
    metric_shift | Memory usage starts climbing
    metric_shift | Response times degrade
    metric_shift | Conversion rate drops by half
    metric_shift | Connections to the database exhausted
    metric_shift error_observed | Replication lag grows to 20 minutes
    metric_shift mitigated | Error rate returns to normal
    metric_shift mitigated | Latency drops back to baseline
    metric_shift mitigated | Error rate starts to fall
    error_observed | Logs show connection timeouts to Redis
    error_observed | Seeing 503s from the gateway
    error_observed | Pods are crashlooping
    error_observed | Primary database runs out of disk space
    error_observed | Worker process was OOM-killed
    error_observed | Deploy failed
    error_observed | Node db-2 stops responding
    error_observed | Health checks start failing
    error_observed | Nightly backup job failed
    error_observed | Certificate expired
    error_observed impact_started | TLS certificate for api.example.com expires
    error_observed | Disk full on log server
    error_observed | Deadlocks in the orders table
    error_observed | Service crashes on startup
    error_observed | Kafka broker 3 drops out of the cluster
    customer_report | First customer reports errors at checkout
    customer_report | Support receives first ticket about login failures
    customer_report | Customers report that the site is down
    customer_report | Reports of slow pages come in via Twitter
    customer_report | Several users complain about missing emails
    customer_report | A customer calls the hotline
    customer_report | Customer support reports an increase in tickets
    customer_report | User posts in the forum that uploads fail
    customer_report | Tickets start coming in
    customer_report | We received reports of failed payments
    customer_report | Account manager forwards a complaint from Acme
    customer_report | Support tickets spike
    customer_report | A user notifies us of the problem by email
    paged | On-call engineer paged
    paged | PagerDuty pages the on-call
    paged | Database team is paged
    paged | Ana is paged
    paged | On-call SRE gets paged for high error rate
    paged | Secondary on-call paged
    paged | Paged the network team
    acknowledged | Ana acknowledges the page
    acknowledged | Alert acknowledged by on-call
    acknowledged | On-call acks
    acknowledged | On-call engineer acknowledges the alert and opens a laptop
    acknowledged | Page acknowledged
    acknowledged joined | On-call engineer responds to the page
    escalated | Escalated to the database team
    escalated | On-call escalates to the platform team
    escalated | Issue escalated to engineering
    escalated | Support escalates to engineering
    escalated | Opened a support case with AWS
    escalated | Contacted the vendor
    escalated | Vendor support contacted
    escalated | Called the hosting provider
    escalated | Sev1 ticket opened with Microsoft
    escalated | Asked the network team for help
    escalated | Pulled in the storage team
    escalated | Requested assistance from the DBA team
    escalated | Ticket raised with our ISP
    joined | Bo joins the call
    joined | Database team joins
    joined | Network engineers join the bridge
    joined | Vendor engineers join the call
    joined | Platform lead comes online
    declared | Incident declared
    declared | Sev2 declared
    declared | Incident opened
    declared | Declared a P1 incident
    declared | Incident INC-123 created
    declared | Major incident declared
    declared | Incident channel created
    declared | Incident bridge opened
    declared | Incident call started
    declared internal_update | Outage declared internally
    severity_changed | Severity raised to SEV1
    severity_changed | Upgraded to P1
    severity_changed | Downgraded to SEV3
    severity_changed | Incident upgraded from P2 to P1
    severity_changed | Severity lowered
    commander_assigned | Ana takes over as incident commander
    commander_assigned | Bo assigned as incident commander
    commander_assigned | Incident commander assigned
    commander_assigned | Chris is IC
    commander_assigned | IC role handed to Dana
    role_assigned | Scribe assigned
    handoff | Shift handover to the Sydney team
    handoff | Handed over to the night shift
    handoff | On-call handed off to Bo
    handoff | APAC team takes over
    hypothesis | We suspect the new release
    hypothesis | Suspected cause: connection pool exhaustion
    hypothesis | Team thinks it might be a DNS issue
    hypothesis | Hypothesis: memory leak in the new version
    hypothesis | Could be related to the deploy
    hypothesis | Possible cause is a bad config push
    hypothesis | Looks like a database problem
    hypothesis | Engineers believe that the cache is stale
    hypothesis_rejected | Ruled out the network as the cause
    hypothesis_rejected | Network ruled out
    hypothesis_rejected | Not related to the deploy
    hypothesis_rejected | The deploy is ruled out
    decision | Decided to roll back
    decision | Decision made to fail over to the secondary region
    decision | Team agrees to disable the feature
    decision | IC decides to wait
    decision | We chose not to fail over
    decision | Decision: restart all nodes
    question | Should we roll back?
    question | Is anyone else seeing this?
    question | Do we know which customers are affected?
    mitigation_started | Mitigation started
    mitigation_started | Killed the long-running queries
    mitigation_started | Blocked the offending IP addresses
    mitigation_started deploy_started deploy_finished | Hotfix deployed
    mitigation_started | Put the site into maintenance mode
    mitigation_started | Applied workaround
    mitigation_started | Freed up disk space
    mitigation_started config_changed | Rate limiting enabled
    mitigation_started | Disabled the cron job
    mitigation_started | Stopped the migration
    mitigation_started | New certificate installed
    rollback_started | Rollback initiated
    rollback_started | Started rolling back the release
    rollback_started | Rolling back to v2.30
    rollback_started | Begin revert of the config change
    rollback_finished | Rollback complete
    rollback_finished rollback_started | Rolled back to the previous version
    rollback_finished rollback_started | Reverted the config change
    rollback_finished rollback_started | Change reverted
    rollback_finished | Rollback finished in all regions
    rollback_finished rollback_started | PR reverted
    restarted | Restarted the API servers
    restarted | Rebooted db-1
    restarted | Rolling restart of the web tier
    restarted | Service bounced
    restarted | Power cycled the switch
    restarted | Pods restarted manually
    scaled | Scaled up the web tier from 10 to 20 instances
    scaled | Added three more nodes
    scaled | Doubled the number of workers
    scaled | Increased capacity
    scaled | Resized the database to a larger instance
    scaled | Provisioned additional servers
    rerouted | Traffic shifted to eu-west-1
    rerouted | Traffic rerouted via the secondary link
    rerouted | Switched DNS to the backup provider
    rerouted | Diverted traffic away from the failing zone
    rerouted | Moved traffic to the secondary data center
    mitigated | Mitigated
    mitigated | Issue mitigated
    mitigated | Impact mitigated
    mitigated impact_changed | Most users can log in again
    mitigated impact_changed | Service partially restored
    mitigated | Errors subside after the restart
    mitigated | Fix confirmed working
    mitigated metric_shift | Error rates begin to recover
    mitigated | System stabilised
    mitigation_failed | Restart did not help
    mitigation_failed | Rollback failed
    mitigation_failed | The restart had no effect
    mitigation_failed | Fix did not resolve the issue
    mitigation_failed | Failover attempt failed
    mitigation_failed | Scaling up made no difference
    mitigation_failed | Restarted the service, but errors continue
    monitoring | Monitoring recovery
    monitoring | Continuing to monitor
    monitoring | Team monitors the situation
    monitoring | Moved to monitoring
    monitoring | Watching error rates
    resolved | Incident resolved
    resolved | Resolved
    resolved | Incident marked as resolved
    resolved | All clear
    resolved | Incident declared over
    resolved | Issue fully resolved
    resolved | Declared resolved after 30 minutes without errors
    closed | Incident closed
    closed | Ticket closed
    reopened | Incident reopened
    reopened | Reopened after errors came back
    public_update | Status page updated
    public_update | Status page set to "Investigating"
    public_update | Posted on the status page that we are investigating
    public_update | Tweeted about the outage
    public_update | Customers informed via the status page
    public_update | Statuspage incident created
    public_update | Emailed all affected customers
    public_update | Banner added to the website
    public_update | Incident published on status.example.com
    public_update | Notification sent to customers
    support_update | Replied to the customer's ticket
    internal_update | Update sent to stakeholders
    internal_update | Support team informed
    internal_update | All staff informed by email
    internal_update | Leadership briefed
    exec_update internal_update | CTO informed
    exec_update internal_update | Executive update sent
    automated_action | Autoscaler adds 10 instances
    automated_action | Kubernetes restarts the pod
    automated_action | Automatic failover to the replica
    automated_action | Circuit breaker opens
    automated_action | Watchdog restarts the process
    automated_action | The system automatically fails over
    automated_action | Auto-scaling kicks in
    dependency_event | AWS reports an outage in us-east-1
    dependency_event | Stripe posts an incident on its status page
    dependency_event | Cloudflare confirms problems
    dependency_event | Provider confirms fiber cut
    dependency_event | Vendor identifies the root cause on their side
    dependency_event | ISP reports a fault
    dependency_event | GitHub is down
    dependency_event | Our DNS provider suffers an outage
    backlog_item | Created a ticket to add an alert
    observation | Investigation started
    observation | Root cause identified
    observation | Root cause found: missing index
    observation | Team investigates
    observation | Engineers start looking into the logs
    observation | Post-mortem meeting held
    observation | Looked at the dashboards
    observation | No errors in the logs
    observation | Next update in 30 minutes
    observation | Root cause analysis continues
    observation decision | Plan to deploy the fix tomorrow
    observation | The fix will be deployed after review
    observation | If this does not help we will restart the nodes
    observation | Waiting for the vendor to respond
    observation | Checked whether the rollback is possible
    observation | Discussing whether to declare an incident
    observation | No alert fired
    observation | Nobody was paged
    observation | Status page was not updated
    observation | Customers were not affected
    observation | Users say they are not affected
    observation | Rollback considered
    observation | We could not reproduce the problem
    observation | Preparing a rollback
    observation | Fix is being tested in staging`,
};

it.each(Object.keys(USUAL))("reads the usual lines of a timeline in %s", (language) =>
  expect(misread(USUAL[language] ?? "")).toEqual([]),
);
