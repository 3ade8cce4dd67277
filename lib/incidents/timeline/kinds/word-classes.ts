import type { Word } from "#lib/base/clauses/lexicon.ts";

/** Words that mean the same to the rules, in lower case. */
const CLASSES = {
  TEAM: `team teams engineer engineers engineering sre sres oncall on-call operator operators ops developer developers dev devs admin
    admins administrator administrators maintainer maintainers staff responder responders manager commander we i he she they someone colleague colleagues lead`,
  USERS: `customer customers user users client clients member members community communities merchant merchants player players partner
    partners subscriber subscribers visitor visitors student students tenant tenants reader readers contributor contributors people
    instructor instructors end-user end-users attendee attendees shoppers`,
  SERVICE: `service services site sites website websites web api apis platform platforms system systems app apps application
    applications endpoint endpoints hub registry portal product products network chain production prod everything all
    situation frontend backend gateway page pages login logins checkout payments search dashboard kibana functionality operations things region site's
    store bot binder index mirror proxy cdn dns vpn editor exchange`,
  METRIC: `latency latencies rate rates cpu memory traffic throughput queue queues load usage utilization utilisation requests
    connections percentage response times lag backlog consumption volume count counts ratio iops bandwidth percentiles p99 p95 p50
    availability timings metric metrics qps rps errors depth pressure space`,
  ERROR: `error errors exception exceptions failure failures timeout timeouts 5xx 500s 502s 503s 504s 500 502 503 504 429 429s 5xxs 4xx 404 404s 403 403s 401 401s 400s http5xx
    crash crashes crashloop crashloops crashloopbackoff oom oomkilled ooms deadlock deadlocks corruption segfault segfaults panics`,
  ALERT: `alert alerts alarm alarms alerting alertmanager pingdom nagios icinga sentry monitoring monitor monitors
    prometheus opsgenie uptimerobot statuscake cloudwatch probe probes healthcheck healthchecks`,
  PAGER: "pagerduty pager opsgenie victorops page pages pages",
  PUBLIC: `statuspage twitter tweet tweets mastodon banner blog statuspage.io announcement status-page publicly facebook`,
  STATUS_PAGE: "status statuspage statuspage.io",
  MEDIUM: `github slack discord twitter irc forum forums reddit telegram piazza zendesk freshdesk jira email e-mail mail intercom
    mastodon ticket tickets matrix zulip gitter linkedin helpdesk`,
  COLLEAGUES: `team teams slack channel channels internally stakeholders stakeholder management leadership engineers engineering staff
    colleagues discord internal everyone company maintainers attention`,
  REPORT: "report reports complaint complaints ticket tickets",
  TICKET: "ticket tickets case",
  SUPPLIER: `aws amazon azure microsoft gcp google cloudflare fastly akamai heroku netlify vercel twilio stripe datadog digitalocean
    linode hetzner ovh equinix cogent level3 comcast vendor provider supplier isp registrar upstream pypi dockerhub quay letsencrypt
    travis circleci github gitlab sendgrid auth0 okta rackspace mongodb snowflake`,
  TROUBLE:
    "outage issue issues problem incident degradation disruption failure failures errors maintenance downtime status cause impact fix",
  INCIDENT: "incident incidents outage sev sev0 sev1 sev2 sev3 p0 p1 p2 emergency",
  MATTER:
    "incident issue outage problem impact disruption degradation everything matter bug incidents issues problems crisis",
  COMMAND: "commander ic command incident-commander lead",
  CALL: `call channel incident bridge room zoom meet meeting response investigation effort chat hangout war-room us conference`,
  FLAG: "flag flags feature features experiment experiments toggle toggles killswitch kill-switch",
  CAPACITY: `capacity replica replicas node nodes instance instances disk memory limit limits worker workers quota quotas box boxes
    machine machines pool storage volume volumes pods shards cpu cores space nodegroup nodepool asg server servers ram iops processes`,
  PARTS: `node nodes instance instances vm vms host hosts disk disks volume volumes pod pods container containers replica replicas
    machine machines loadbalancer balancer firewall cluster subnet route routes hardware switch router server servers`,
  RUNNING: `hub pod pods server servers service services process processes container containers node nodes instance instances nginx
    proxy database db worker workers daemon daemons app application api cluster broker brokers master masters redis postgres mysql
    haproxy apache agent scheduler controller controllers host hosts machine machines vm vms bot site website kubelet docker elasticsearch
    kafka rabbitmq memcached binderhub jupyterhub validator validators`,
  DATA: `data table tables row rows record records file files directory directories logs backup backups archive archives keys cache
    caches entries database snapshot snapshots index indices messages queue jobs db`,
  LASTING: `data table tables row rows record records database databases directory directories volume volumes bucket buckets disk disks
    account accounts user users repository repositories project projects files backups partition schema collection dataset datasets`,
  COPY: "backup backups copy copies snapshot snapshots dump dumps archive replica",
  CONFIG: `config configuration configmap configs setting settings ttl timeout timeouts dns record records password passwords
    certificate certificates cert parameter parameters threshold thresholds rule rules limit limits policy policies variable variables
    limitrange spec manifest flag weight weights secret secrets credentials permissions env role quota retention acl acls route routes`,
  VERSION:
    "version chart image package packages dependency software release build tag kernel library client driver firmware patch binary",
  TRAFFIC:
    "traffic requests region users load datacenter dc primary secondary replica standby leader master database failover connections customers",
  FIX: "fix hotfix patch workaround mitigation mitigations bugfix remediation fixes countermeasure",
  ATTEMPT: `fix rollback roll-back mitigation workaround attempt attempts restart remediation hotfix patch revert this restarting
    failover restarts`,
  ROBOT: `autoscaler autoscaling auto-scaling kubernetes k8s cronjob cron watchdog systemd automation supervisor hpa karpenter
    self-healing orchestrator keepalived auto-remediation oom-killer itself themselves`,
  PARTIAL: `partially partial some slowly gradually most mostly almost intermittently severe degraded still partly temporarily few
    briefly brief but limited intermittent half momentarily expected`,
  DOWN: `down offline unavailable unreachable inaccessible`,
  BROKEN: `unresponsive unhealthy broken stuck failing crashing crashed erroring corrupted corrupt notready unusable
    overloaded overwhelmed unable timing hung frozen deadlocked full`,
  NORMAL: `normal online operational up healthy restored working available stable nominal ok green recovered running service order`,
  ASKING: "about for-why",
  HELP: "help assistance support assist",
  DECISION: "decision decisions agreement",
  SEVERITY: "severity sev sev0 sev1 sev2 sev3 sev4 sev-1 sev-2 sev-3 p0 p1 p2 p3 priority s1 s2",
  EFFECT: "effect difference improvement impact help success avail",
  NO: "no little",
  UNSUCCESSFUL: "unsuccessful ineffective insufficient failed useless",
  WATCHER:
    "alert alerts alarm alarms alertmanager pingdom nagios icinga sentry monitoring monitor monitors prometheus opsgenie uptimerobot statuscake cloudwatch probe probes datadog grafana newrelic zabbix sensu healthcheck healthchecks pagerduty victorops honeycomb bugsnag rollbar munin smokeping pingdom cabot hound healthchecks.io check checks alerting",
  CRITICAL: "critical firing red triggered down alerting crit problem",
  ONCALL: "on-call oncall pager sre",
  STATUS: "monitoring",
  OVER: "over resolved ended closed finished",
  RESOLVED: "resolved over fixed solved",
  OUTAGE: "outage outages downtime disruption degradation interruption slowdown unavailability",
  BEGINNING: "begin began start",
  AGAIN: "again now",
  UP: "up",
  PUSHED: "fix hotfix patch change changes config configuration commit update release version code build image revert",
  MAIL: "mail e-mail email mails emails comms communication message",
  MIGRATION: "migration migrations",
  COMMUNITY:
    "twitter discord telegram mastodon reddit forum facebook linkedin blog announcement announcements tweet tweets community",
  AMOUNT: "number size amount count",
  ABLE: "able",
  UNABLE: "unable",
  SHIFT:
    "spike spikes increase increases drop drops surge surges rise decrease jump dip decline fall uptick peak growth",
  HIGH: "elevated high higher low lower back above below near saturated maxed exhausted full stable stabilised stabilized normal down up at 100 0 maximum zero increasing rising climbing dropping falling growing increased",
  LIMIT: "limit limits quota capacity maximum threshold 100 ceiling",
  BADSTATE: "notready crashloop crash crashloopbackoff loop loops read-only readonly degraded error failed unhealthy",
  ITSELF: "itself themselves automatically auto",
  THEORY: "hypothesis theory suspicion",
  UNCLEAR: "unclear unsure confused puzzled uncertain unknown",
  LIVE: "live public",
  IDEA: "cause culprit reason related issue problem responsible",
  PRODUCTION: "prod production live everywhere all regions canary staging users",
  ROUTINE: "routine upgrade maintenance planned scheduled weekly regular",
  PLAN: "pr prs plan draft document doc postmortem post-mortem retrospective discussion proposal idea task tasks review branch merge",
} as const;

export type WordClass = keyof typeof CLASSES;

/** A set of classes, a bit each. */
export type ClassSet = readonly [number, number, number, number];

const PER_NUMBER = 30;
const EMPTY: ClassSet = [0, 0, 0, 0];
const join = (a: ClassSet, b: ClassSet): ClassSet => [a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3]];

/** The classes as a set. */
export function setOf(names: readonly WordClass[]): ClassSet {
  const bits: [number, number, number, number] = [0, 0, 0, 0];
  for (const name of names) {
    const place = NAMES.indexOf(name);
    bits[Math.floor(place / PER_NUMBER) as 0 | 1 | 2 | 3] |= 1 << (place % PER_NUMBER);
  }
  return bits;
}
const NAMES = Object.keys(CLASSES) as WordClass[];

const SETS = new Map<string, ClassSet>();
for (const [name, words] of Object.entries(CLASSES) as [WordClass, string][]) {
  const own = setOf([name]);
  for (const word of words.split(/\s+/)) SETS.set(word, join(SETS.get(word) ?? EMPTY, own));
}

const SITE = setOf(["SERVICE"]);
const DOMAIN = /^[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,60})?\.[a-z]{2,10}$/;
const ZERO = 48;
const NINE = 57;

/** "customer's", "#incident" and "icinga2" count as the plain word, the name of a site as a service. */
function classesOf(word: string): ClassSet {
  const known = SETS.get(word);
  if (known) return known;
  const last = word.charCodeAt(word.length - 1);
  if (word.endsWith("'s")) return SETS.get(word.slice(0, -2)) ?? EMPTY;
  if (word.startsWith("#") || word.startsWith("@")) return SETS.get(word.slice(1)) ?? EMPTY;
  if (last >= ZERO && last <= NINE) return SETS.get(word.slice(0, -1)) ?? EMPTY;
  return word.includes(".") && DOMAIN.test(word) ? SITE : EMPTY;
}

/** What the words are, all together. */
export function classesIn(words: readonly Word[]): ClassSet {
  let [a, b, c, d] = EMPTY as [number, number, number, number];
  for (const { text } of words) {
    const own = classesOf(text);
    a |= own[0];
    b |= own[1];
    c |= own[2];
    d |= own[3];
  }
  return [a, b, c, d];
}

/** Whether two sets have a class in common. */
export const meet = (a: ClassSet, b: ClassSet): boolean =>
  ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]) | (a[3] & b[3])) !== 0;

/** Whether one of the words is of the class. */
export const hasWord = (words: readonly Word[], name: WordClass): boolean => meet(classesIn(words), setOf([name]));
