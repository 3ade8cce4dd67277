/** Lines of write-ups with all kinds that are right for them, the best one first: what is changed and done, and what is none of it. */
export const LINES_OF_STEPS = `
automated_action | The autoscaler adds 12 instances
automated_action | Kubernetes kills the pod with OOMKilled and restarts it
automated_action | Automatic failover promotes db-2
automated_action | The circuit breaker opens
automated_action | Health checks take the node out of rotation automatically
automated_action | Traffic manager automatically moves users to the standby region
automated_action | Sentinel elects a new primary
automated_action | The load balancer automatically removes the unhealthy hosts
automated_action | Auto-scaling adds another 50 instances
automated_action | The cluster fails over automatically
automated_action | Orchestrator promotes a replica in us-west
config_changed | A new firewall rule is applied to the edge routers
config_changed | BGP policy updated on the backbone
config_changed | Connection pool size raised from 50 to 200
config_changed | TTL on the A record lowered to 60 seconds
config_changed | nginx worker_connections bumped to 4096 and config reloaded
config_changed | Certificate for api.acme.io renewed
config_changed | Read timeout set to 5s
config_changed deploy_finished deploy_started | An automated process pushes a new routing table to every edge node
config_changed mitigation_started | Raised max_connections to 500 on the primary
config_changed | Someone changes the security group of the bastion by hand
config_changed | Terraform apply removes the DNS record
config_changed | A typo is introduced into the nginx config
config_changed | An operator runs a command to remove a small number of servers from the billing subsystem
config_changed infra_change | Network ACLs tightened as part of the security project
data_change | Backfill job run for the missing rows
data_change mitigation_started | Purged the poisoned cache entries
data_change | An engineer drops the accounts table in production by mistake
data_change | The cleanup script deletes 1,400 active records
data_change | Restored the table from last night's snapshot
data_change mitigation_started | Restore completes and row counts match
data_change mitigation_started | We clear the corrupted cache entries
data_change | Corrupted rows are restored from backup
deploy_finished deploy_started | A new build of the gateway is pushed to prod
deploy_finished | Rollout of the new billing worker completes
deploy_finished deploy_started | We shipped a change to the session cache
deploy_finished | Hotfix reaches all regions
deploy_finished mitigation_started | Patched build deployed to every node
deploy_finished deploy_started | A deploy containing a change to the connection handling code is released to the production fleet.
deploy_finished rollback_finished | The revert goes live
deploy_finished mitigation_started | Fix deployed to the first region; errors there stop
deploy_finished deploy_started | We released v5.3 of the mobile gateway to 100% of users
deploy_finished config_changed | The misconfigured rule set is pushed to all edge locations
deploy_finished mitigation_started | A hotfix is deployed to production
deploy_started deploy_finished | Version 4.2 goes out to production
deploy_started | Deploy of api v812 starts
deploy_started deploy_finished | Canary deployed to 5% of hosts
deploy_started mitigation_started | Starting to roll out the fix
deploy_started deploy_finished | Engineer merges and deploys a change to the rate limiter
deploy_started mitigation_started | The hotfix build is rolling out
deploy_started | CI pipeline begins deploying commit 8f3a2c to production
deploy_started | We start rolling out the fix to 10% of the fleet
flag_changed | The new_checkout flag is enabled for everyone
flag_changed | Feature flag for async indexing ramped to 50%
flag_changed | Flag turned on again after the fix
flag_off | We turned off the recommendations feature flag
flag_off | Kill switch flipped for the new search
flag_off | Disabled the experiment for all users
flag_off mitigation_started | The feature is switched off behind its flag
flag_off | Feature flag disabled
flag_off | We toggle the flag off in production
infra_change | The old load balancer is decommissioned
infra_change third_party_change | A technician unplugs the wrong cable in rack 14
infra_change | A router in our Amsterdam facility reboots for a planned upgrade
infra_change | Old cluster nodes drained and removed
infra_change | Replaced the failed disk in host 22
migration | Database migration adding an index to orders begins
migration | Schema change applied to the users table
mitigation_failed | Restarting the service made no difference
mitigation_failed | The rollback does not fix the problem
mitigation_failed | Failover to the replica fails
mitigation_failed | The first fix had no impact on error rates
mitigation_failed | Attempt to restart the cluster is unsuccessful
mitigation_failed observation error_observed | Rollback finishes but errors persist
mitigation_failed | Scaling up did not bring latency down
mitigation_failed error_observed | The new nodes fail to join the cluster
mitigation_failed | Second restart, same result
mitigation_failed | That didn't work
mitigation_failed | Our attempt at draining the zone had no visible effect
mitigation_failed | The rollback does not resolve the errors
mitigation_failed | Increasing the pool size has no effect
mitigation_failed | Restart fails to bring the service back
mitigation_failed | The fix did not have the desired effect
mitigation_started | Blocked the offending IP range at the edge
mitigation_started | Rate limiting put in place for anonymous traffic
mitigation_started | Paused all background jobs to take load off the database
mitigation_started | Killed the long-running queries
mitigation_started | Put the site in maintenance mode
mitigation_started | We began shedding load
mitigation_started deploy_started | Mitigation begins: throttling imports
mitigation_started rerouted | Read traffic is taken off the replicas
mitigation_started deploy_finished config_changed | We deployed an iptables rule to drop requests from the misbehaving client
mitigation_started data_change | Database restore from backup begins
mitigation_started | New sign-ups are temporarily disabled
mitigation_started | Cut off the batch client that sent the bad requests
mitigation_started | A temporary block for the crawler is added in the WAF
mitigation_started config_changed | Raised the rate limit for internal clients
mitigation_started | We begin blocking traffic from the abusive client
mitigation_started | Turned off the nightly batch jobs
mitigation_started | Requests from the crawler are rejected at the edge
mitigation_started | Writes are disabled to protect the data
mitigation_started | Load shedding enabled
mitigation_started | The site is put into read-only mode
mitigation_started infra_change | Took node 4 out of the pool
mitigation_started deploy_finished | A temporary fix is applied to the affected hosts
mitigation_started config_changed deploy_finished | The team applies a hot patch to the config server
observation | Fix merged to main
observation | Pull request with the fix opened
observation | PR approved
observation | Code review of the hotfix completed
observation | Root cause identified
observation | The team traces the errors to an expired token
observation | Investigation begins
observation | Engineers start looking into the alert
observation | We discover that the backups have been failing since March
observation | Confirmed that the queue is draining
observation | A fix is being prepared
observation | Discussed failing over to the secondary region
observation | Planned maintenance window announced for Sunday, restart postponed
observation | Waiting for the vendor to respond
observation | Post-mortem scheduled
observation | We could not find anything wrong with the network
observation | Considered restarting the primary but held off
observation | Rollback would take 40 minutes
observation | Nobody has noticed yet
observation | Verified that new sign-ups work
observation | After looking at the graphs, we realise that the errors correlate with the deploy of 14:02
observation | The team spends the next 40 minutes ruling out a DDoS
observation | Checked the AWS status page, nothing listed
observation | Vendor support responds that they are investigating
observation | Drafted a status page message
observation | We should have updated the status page here
observation | The runbook says to restart the leader first
observation | Dashboards were no help because they were down as well
observation | The alert that should have fired did not
observation | Realised that the alert had been silenced since Tuesday
observation | Tests in staging reproduce the problem
observation | Found a suspicious commit in last night's release
observation | The bug had been introduced two weeks earlier by a library upgrade
observation | A revert is prepared and waits for CI
observation decision | Agreed on a plan for the night
observation | Next update in 30 minutes
observation | Preparing to fail over
observation | If this does not work we'll fail over
observation question | Bo asks whether we should scale up
observation | Estimated time to recovery: one hour
observation | No customer impact was seen
observation | The queue was not restarted
observation | Users did not notice
observation | On-call begins investigating
observation | Engineers identify a slow query as the likely cause
observation | The team narrows the problem down to a single shard
observation | Initial triage shows nothing unusual on the hosts
observation | We find that the certificate expired at midnight
observation | A code fix is written and reviewed
observation | Preparing a rollback
observation | The team debates whether to restart the primary
observation | No user impact at this point
observation | We are still waiting for the restore to finish
observation | The rollback takes longer than expected
observation | Postmortem meeting held
observation | The fix is ready for review
observation | Tests pass on the hotfix branch
observation | Attempted to reproduce the issue locally
observation | This was the change that would later cause the outage
rerouted | Traffic shifted away from eu-west-1b
rerouted | Failed over to the secondary database
rerouted | DNS switched to the backup provider
rerouted | We drained traffic from the Frankfurt PoP
rerouted | All read traffic pointed at the replicas
rerouted | Swung the traffic over to the DR site
rerouted | The load balancer is told to send everything to pool B
rerouted | Withdrew the BGP announcements from the affected data centre
rerouted | Promoted the replica in us-east-2
rerouted | Traffic is routed around the affected data centre
rerouted | We fail over to the backup region
rerouted | Moved customers onto the new cluster
restarted | Restarted all API servers one after another
restarted | Rolling restart of the consumers
restarted | Rebooted the primary
restarted | Bounced the ingest workers
restarted mitigation_started | Stopped all workers, flushed the queue, and started them again one at a time
restarted | systemctl restart postgresql on db-1
restarted mitigation_started | The stuck process was killed and started again
restarted | Power-cycled the switch
restarted | Restarting redis
restarted | All pods in the checkout namespace are restarted
restarted | We restart the stuck workers one by one
restarted | Full restart of the messaging cluster initiated
rollback_finished | The bad deploy is fully rolled back
rollback_finished | Revert is live in all regions
rollback_finished | Rollback completes in all regions
rollback_finished | Finished rolling back
rollback_started | Rollback initiated
rollback_started | Started reverting to build 310
rollback_started rollback_finished | Reverted the config change
rollback_started rollback_finished | Rolled back to the previous release
rollback_started | We begin rolling the fleet back to the last good image
rollback_started | The rollback is kicked off
rollback_started deploy_started | Begin to deploy the previous image to all regions
rollback_started | We initiate a rollback of the gateway release
rollback_started rollback_finished | The engineer reverts the commit
rollback_started rollback_finished | Configuration change reverted
scaled | Doubled the number of API pods
scaled | Fleet size increased from 40 to 80 hosts
scaled | Provisioned two extra Redis shards
scaled | Added capacity to the ingest tier
scaled | Scaled out the consumers
scaled | We bring up 30 more web hosts to absorb the retries
scaled observation | Workers scaled back to their usual number
scaled | Increased the instance size of the primary
scaled | More memory is allocated to the workers
scaled | Added 10 more workers to help drain the queue
`;
