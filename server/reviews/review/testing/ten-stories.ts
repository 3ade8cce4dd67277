import { readFileSync } from "node:fs";

/** An incident as a team enters it, and its one source file. */
export interface ToldStory {
  name: string;
  title: string;
  severity: 1 | 2 | 3;
  kind?: "near_miss";
  content: string;
}

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/imports/notes/${name}.md`, `file://${process.cwd()}/`), "utf8");

/**
 * Five published write-ups, and five of our own: complete, a near miss, still open, in the wrong order, nearly empty.
 */
export const TEN_STORIES: readonly ToldStory[] = [
  {
    name: "logging",
    title: "Elasticsearch: no logs since 13:45",
    severity: 2,
    content: fixture("moj-2024-07-25-elasticsearch-logging"),
  },
  {
    name: "plugins",
    title: "ci.jenkins.io can not start agents",
    severity: 2,
    content: fixture("jenkins-2021-05-29-aci-outage"),
  },
  {
    name: "nodes",
    title: "Two Kubernetes nodes went into NotReady state",
    severity: 2,
    content: fixture("dfds-PM2024-001-nodes-notready"),
  },
  {
    name: "privileges",
    title: "Organizations Team privileges",
    severity: 1,
    content: fixture("pypi-2025-04-14-organization-team-privileges"),
  },
  {
    name: "workshop",
    title: "Earthscope: servers start slowly",
    severity: 3,
    content: fixture("2i2c-2025-05-12-earthscope"),
  },
  {
    name: "late mail",
    title: "Thu: Mail: logged",
    severity: 2,
    content: `# Mail was late

## Summary

Mail was late for two hours.

## Impact

About 4,000 mails arrived late. None was lost.

## Timeline 2024-05-03

- 08:05 UTC Deploy of relay 41 finished
- 08:14 UTC Customer impact started: mails wait in the queue
- 08:22 UTC Alert: QueueAge over 10 min
- 08:23 UTC Paged the engineer on call
- 08:27 UTC Page acknowledged
- 08:40 UTC Incident declared
- 08:55 UTC Status page: mail is delayed
- 09:10 UTC Rollback of relay 41 started
- 09:16 UTC Rollback finished, the error rate falls
- 09:40 UTC Status page: the queue is draining
- 10:20 UTC Incident resolved

## Contributing factors

- The queue had no limit on age.

## Action items

- Alert on queue age
- [ ] Drain the queue by hand in a drill
`,
  },
  {
    name: "near miss",
    title: "Backups stopped for a week",
    severity: 3,
    kind: "near_miss",
    content: `# Backups stopped

## Timeline 2024-06-01

- 10:05 UTC We noticed that no backup ran since Monday
- 10:40 UTC The job was started again
- 11:30 UTC First backup finished
`,
  },
  {
    name: "still open",
    title: "Search is slow",
    severity: 2,
    content: `# Search is slow

Timeline, 2026-11-27, times in UTC

09:00 customers report slow search
09:10 Alert SearchLatency fired
09:20 looks like a hot shard?
09:30 added two nodes
`,
  },
  {
    name: "wrong order",
    title: "Payments fail",
    severity: 1,
    content: `# Payments fail

## Timeline 2023-02-02 (UTC)

- 12:00 Restarted the payment workers
- 12:06 Impact started: payments fail
- 12:10 Alert: payments below 50 %
- 12:20 Incident resolved
- 12:31 Mitigated by failing over to the second provider
- 12:40 Status page: payments work again
`,
  },
  {
    name: "no timeline",
    title: "The VPN was down",
    severity: 3,
    content: "# The VPN was down\n\nNobody knows why yet.\n",
  },
];
