/** Statements of one condition in the words of different reviews. */
export const SAME_CONDITION: readonly (readonly string[])[] = [
  [
    "Backups had stopped, and the failure raised no alarm",
    "Backup failures raised no alarm",
    "The nightly backup stopped and no alert fired",
    "Nightly dumps had stopped without an alert",
  ],
  [
    "Restores were never rehearsed",
    "No one had rehearsed a restore from backup",
    "Restoring from a backup was not practised",
  ],
  [
    "Two hosts looked alike at the moment it mattered",
    "The prompt of two servers looked alike",
    "Both hosts had prompts that looked alike",
  ],
  [
    "The certificate expired and nothing watched its expiry date",
    "Expiry of the certificate was not watched",
    "No alert on the expiry of certificates",
  ],
  [
    "Retries without backoff multiplied the load",
    "Clients retried without backoff and added load",
    "Retry storms multiplied load on the database",
  ],
  [
    "The feature flag went to all regions at once",
    "Flags roll out to every region at once",
    "Config changes reach all regions at the same time",
  ],
  [
    "The connection pool was smaller than the number of workers",
    "Workers exhausted the connection pool",
    "The connection pool ran out under load from workers",
  ],
  [
    "The runbook for failover was out of date",
    "Failover runbook did not match the current setup",
    "Instructions for failover were outdated",
  ],
  [
    "The health check passed while the queue was stuck",
    "Health checks did not look at the queue",
    "A stuck queue did not fail the health check",
  ],
  [
    "A schema migration locked the orders table",
    "The migration took a lock on a large table",
    "Schema migrations lock tables during deploys",
  ],
  ["No one owned the cache cluster", "Ownership of the cache cluster was unclear"],
  ["The rollback took long because images were rebuilt", "Rolling back rebuilds images"],
  [
    "Replication lag was not monitored",
    "Nothing monitored the lag of replication",
    "Lag of the replica was not monitored",
  ],
  [
    "Disk usage grew until the volume was full",
    "The log volume filled the disk",
    "Disk was full because logs were not rotated",
  ],
  [
    "A timeout of the payment provider was longer than that of our clients",
    "The timeout for the payment provider was too long",
  ],
];

/** Statements of conditions that are alike in words only. */
export const OTHER_CONDITIONS: readonly (readonly [string, string])[] = [
  ["Backups had stopped, and the failure raised no alarm", "Replication had stopped, and the team raised a ticket"],
  ["Restores were never rehearsed", "The team never rehearsed incident roles"],
  ["The certificate expired", "The access token of a user expired"],
  ["The runbook for failover was out of date", "The runbook for backups was missing a step"],
  ["The health check passed while the queue was stuck", "The queue of support tickets was long"],
  ["No one owned the cache cluster", "The cache cluster was too small"],
  ["Alerts went to a channel that no one watched", "An alert woke the on-call person twice"],
  ["The deploy had no canary", "The deploy finished before the impact started"],
  ["The connection pool was too small", "The connection to the office was slow"],
  ["A schema migration locked the orders table", "The schema of the events table had no index"],
  ["Two hosts looked alike", "Two people looked at different dashboards"],
  ["The rollback took long", "The review took long to publish"],
  ["Disk usage grew until the volume was full", "Memory usage grew until the process was killed"],
  ["The payment provider was down", "The payment page had a typing error"],
  ["The feature flag went to all regions at once", "Traffic of all regions went to one host"],
  ["DNS records had a long lifetime", "DNS records were changed by hand"],
  ["A customer reported the failure before an alert", "A customer reported a wrong invoice"],
  ["Load tests did not cover sign-in", "Load on sign-in doubled after a campaign"],
  ["The on-call person had no access to production", "The on-call rota had a gap on Sunday"],
  ["Logs were deleted after seven days", "Logs did not show the request id"],
];

/** Written after the rules were set, to measure them on statements that they weren't made for. */
export const FRESH_SAME: readonly (readonly [string, string])[] = [
  ["The message queue had no dead letter handling", "No dead letter queue for failed messages"],
  ["DNS changes took an hour to reach clients", "Clients kept old DNS records for an hour"],
  ["Nobody was paged for errors in the batch job", "Errors of the batch job did not alert"],
  ["Memory of the search nodes was too small", "Search nodes ran out of memory"],
  ["The circuit breaker was turned off", "No circuit breaker around the pricing service"],
  ["Traffic grew beyond what was load tested", "Load tests did not cover the traffic of the sale"],
  ["Deploys during the freeze were not blocked", "A deploy went out during the change freeze"],
  ["The status page was updated late", "Customers waited for the first update of the status page"],
  ["The admin tool deletes without asking", "The admin tool asked for no confirmation before it deleted"],
  ["Access to the production database was shared", "Everyone shared access to the production database"],
  ["Rate limits were not set for the public API", "The public API had no rate limit"],
  ["Secrets were stored in the build log", "Build logs contained secrets"],
  ["The index rebuild blocked writes", "Rebuilding an index blocks writes"],
  ["Clock drift between hosts broke tokens", "Tokens broke because clocks of the hosts drifted"],
  ["The third-party email provider throttled us", "Our email provider throttled messages"],
];
export const FRESH_OTHER: readonly (readonly [string, string])[] = [
  ["The message queue had no dead letter handling", "The message queue ran on one host"],
  ["DNS changes took an hour to reach clients", "The DNS provider was attacked"],
  ["Memory of the search nodes was too small", "The search index was three days old"],
  ["The circuit breaker was turned off", "The feature was turned off by mistake"],
  ["The status page was updated late", "The status page showed a wrong region"],
  ["The admin tool deletes without asking", "The admin tool was down during the incident"],
  ["Access to the production database was shared", "The production database ran out of connections"],
  ["Rate limits were not set for the public API", "The public API returned wrong totals"],
  ["Secrets were stored in the build log", "The build took forty minutes"],
  ["Clock drift between hosts broke tokens", "Hosts in the test cluster shared tokens"],
  ["The third-party email provider throttled us", "Email of customers was stored twice"],
  ["Deploys during the freeze were not blocked", "The deploy was not tested during the day"],
  ["A cron job ran twice", "A cron job ran with the wrong time zone"],
  ["The cache was cold after the restart", "The cache returned values of another tenant"],
  ["Two teams deployed at once", "Two teams owned the alert"],
];
