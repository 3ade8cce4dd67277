/** Words that mean the same to the rules, in lower case. */
export const CLASSES = {
  TEAM: `second-line first-line third-line customer-support account-manager responder support-engineer team teams engineer engineers engineering sre sres oncall on-call operator operators ops developer developers devs admin
    admins administrator administrators maintainer maintainers staff responder responders manager commander we i he she they someone colleague colleagues lead`,
  USERS: `employee employees researcher researchers reporter reporters auditor auditors other-team customer customers user users client clients members community communities merchant merchants player players partner
    partners subscriber subscribers visitor visitors volunteer volunteers teacher teachers patients parents residents clerk clerks guest guests passengers seller sellers student students tenant tenants reader readers contributor contributors people
    instructor instructors end-user end-users attendee attendees shoppers`,
  SERVICE: `operation operations processing portal service services site sites website websites web api apis platform platforms system systems app apps application
    applications endpoint endpoints hub registry portal product products network chain production prod everything all
    situation frontend backend gateway page pages login logins checkout payments search dashboard kibana functionality operations things region site's
    shop forum wiki booking ordering store bot binder index mirror proxy cdn dns vpn editor exchange`,
  METRIC: `loss writes reads success counter counters score scores use performance latency latencies rate rates cpu memory traffic throughput queue queues load usage utilization utilisation requests
    connections percentage response times lag backlog consumption volume count counts ratio iops bandwidth percentiles p99 p95 p50
    length duration speed availability timings metric metrics qps rps errors depth pressure space`,
  ERROR: `exhaustion starvation contention saturation error errors exception exceptions failure failures timeout timeouts 5xx 500s 502s 503s 504s 500 502 503 504 429 429s 5xxs 4xx 404 404s 403 403s 401 401s 400s http5xx
    panic fault faults oom-killed crash crashes crashloop crashloops crashloopbackoff oom oomkilled ooms deadlock deadlocks corruption segfault segfaults panics`,
  ALERT: "warning warnings alert alerts alarm alarms alerting",
  PAGER: "pagerduty pager pagers opsgenie victorops page pages pages",
  PUBLIC: `statuspage twitter tweet tweets mastodon banner blog statuspage.io announcement status-page publicly facebook`,
  STATUS_PAGE: "statuspage statuspage.io status-page",
  MEDIUM: `github slack discord twitter irc forum forums reddit telegram piazza zendesk freshdesk jira email e-mail mail intercom
    mastodon ticket tickets matrix zulip gitter linkedin helpdesk`,
  COLLEAGUES: `customer-success customer-support account-manager cto ceo executives exec execs board success team teams slack channel channels internally stakeholders stakeholder management leadership engineers engineering staff
    colleagues discord everyone company maintainers attention`,
  REPORT: "report reports complaint complaints ticket tickets",
  TICKET: "ticket tickets case cases",
  HOSTER: "datacenter data-center datacentre hoster hosting carrier telco noc colo colocation registrar manufacturer",
  SUPPLIER: `processor google-cloud cloud-provider bunny.net s3 ec2 postmark mailgun slack paypal adyen plaid pagerduty-inc backblaze scaleway render fly.io supabase aws amazon azure microsoft gcp google cloudflare fastly akamai heroku netlify vercel twilio stripe datadog digitalocean
    linode hetzner ovh equinix cogent level3 comcast vendor provider supplier isp registrar upstream pypi dockerhub quay letsencrypt
    travis circleci github gitlab sendgrid auth0 okta rackspace mongodb snowflake`,
  TROUBLE:
    "delay delays notice update elevated packet problems outage issue issues problem incident degradation disruption failure failures errors maintenance downtime status cause impact fix",
  INCIDENT: "incident incidents outage sev sev0 sev1 sev2 sev3 sev-0 sev-1 sev-2 sev-3 p0 p1 p2 emergency",
  MATTER:
    "incident issue outage problem impact disruption degradation everything matter bug incidents issues problems crisis",
  COMMAND: "commander ic command incident-commander lead",
  CALL: `call channel incident bridge room zoom meet meeting response investigation effort chat hangout war-room us conference`,
  FLAG: "flag flags feature features experiment experiments toggle toggles killswitch kill-switch",
  CAPACITY: `fleet hosts host shard brokers consumers replicasets capacity replica replicas node nodes instance instances disk memory limit limits worker workers quota quotas box boxes
    machine machines pool storage volume volumes pods shards cpu cores space nodegroup nodepool asg server servers ram iops processes`,
  PARTS: `nodegroup nodegroups nodepool nodepools shard shards partition partitions cable cables rack fibre fiber port card node nodes instance instances vm vms host hosts disk disks volume volumes pod pods container containers replica replicas
    machine machines loadbalancer balancer firewall cluster subnet ingress ingresses route routes hardware switch router server servers`,
  RUNNING: `primary replica replicas leader secondary standby indexer scheduler hub pod pods server servers service services process processes container containers node nodes instance instances nginx
    proxy database db worker workers daemon daemons app application api cluster broker brokers master masters redis postgres mysql
    haproxy unit units gitlab-runner runner runners builder builders apache agent scheduler controller controllers host hosts machine machines vm vms bot site website kubelet docker elasticsearch
    kafka rabbitmq memcached binderhub jupyterhub validator validators`,
  DATA: `databases data table tables row rows record records file files directory directories logs backup backups archive archives keys cache
    caches entries database snapshot snapshots index indices messages queue jobs db`,
  LASTING: `data table tables row rows record records database databases directory directories volume volumes bucket buckets disk disks
    account accounts user users repository repositories project projects files backups partition schema collection dataset datasets`,
  COPY: "backup backups copy copies snapshot snapshots dump dumps archive replica",
  CONFIG: `ceiling ceilings cap caps misconfiguration firewall whitelist allowlist blocklist definition rate-limit pool config configuration configmap configs setting settings ttl timeout timeouts dns record records password passwords
    certificate certificates cert parameter parameters threshold thresholds rule rules limit limits policy policies variable variables
    limitrange spec manifest flag weight weights secret secrets credentials permissions env role quota retention acl acls route routes`,
  VERSION:
    "plugin plugins version chart image package packages dependency software release build tag kernel library client driver firmware patch binary",
  TRAFFIC:
    "read-traffic queries traffic requests region users load datacenter dc primary secondary replica standby leader master database failover connections customers",
  FIX: "fix hotfix patch workaround mitigation mitigations bugfix remediation fixes countermeasure",
  ATTEMPT: `increasing adding reducing disabling clearing flushing blocking throttling deploying removing changing raising lowering that it these scaling rolling switching failing draining step steps rebooting reverting reboot scale-up fix rollback roll-back mitigation workaround attempt attempts restart remediation hotfix patch revert this restarting
    failover restarts`,
  ROBOT: `sentinel patroni orchestrator autoscaler autoscaling auto-scaling kubernetes k8s cronjob cron watchdog systemd automation supervisor hpa karpenter
    self-healing orchestrator keepalived auto-remediation oom-killer itself themselves`,
  PARTIAL: `partially partial some slowly gradually most mostly almost intermittently severe degraded still partly temporarily few
    briefly brief but limited intermittent half momentarily expected majority portion`,
  DOWN: `dead dark down offline unavailable unreachable inaccessible`,
  BROKEN: `oom-killed crash-looping crashlooping unresponsive unhealthy broken stuck failing crashing crashed erroring corrupted corrupt notready unusable
    overloaded overwhelmed unable timing hung frozen deadlocked full`,
  NORMAL: `normal online operational up healthy restored working available stable nominal ok green recovered running functional service order`,
  ASKING: "about for-why",
  HELP: "help assistance support assist",
  DECISION: "decision decisions agreement",
  SEVERITY: "severity sev sev0 sev1 sev2 sev3 sev4 sev-1 sev-2 sev-3 p0 p1 p2 p3 priority s1 s2",
  EFFECT: "enough sufficient effect difference improvement impact help success avail",
  UNSUCCESSFUL: "futile fruitless unsuccessful ineffective insufficient failed useless",
  WATCHER:
    "detection detector detectors siem updown freshping hetrixtools betterstack apm statping uptime-kuma checkmk netdata stackdriver synthetic synthetics alert alerts alarm alarms alertmanager pingdom nagios icinga sentry monitoring monitor monitors prometheus opsgenie uptimerobot statuscake cloudwatch probe probes datadog grafana newrelic zabbix sensu healthcheck healthchecks pagerduty victorops honeycomb bugsnag rollbar munin smokeping pingdom cabot hound healthchecks.io check checks alerting",
  CRITICAL: "alarm alert warning critical firing red triggered down alerting crit problem",
  ONCALL: "on-call oncall pager sre",
  OVER: "over resolved ended closed finished",
  RESOLVED: "resolved over fixed solved",
  OUTAGE: `outage outages downtime disruption disruptions degradation degradations interruption interruptions slowdown slowdowns
    unavailability instability inaccessibility blackout blackouts brownout brownouts`,
  AGAIN: "again now",
  UP: "up",
  PUSHED:
    "table tables rules ruleset policy list fix hotfix patch change changes config configuration commit update release version code build image revert",
  MAIL: "mail e-mail email mails emails comms communication message",
  MIGRATION: "schema migration migrations",
  COMMUNITY:
    "twitter discord telegram mastodon reddit forum facebook linkedin blog announcement announcements tweet tweets community",
  AMOUNT: "number size amount count",
  ABLE: "able",
  UNABLE: "unable",
  SHIFT:
    "influx spike spikes increase increases drop drops surge surges rise decrease jump dip decline fall uptick peak growth",
  HIGH: "times twice double triple half elevated high higher low lower back above below near saturated maxed exhausted full stable stabilised stabilized normal down up at 100 0 maximum zero increasing rising climbing dropping falling growing increased",
  LIMIT: "limit limits quota capacity maximum threshold 100 ceiling",
  BADSTATE: "notready crashloop crash crashloopbackoff loop loops read-only readonly degraded error failed unhealthy",
  ITSELF: "automatic automation itself themselves automatically auto",
  THEORY: "hypothesis theory suspicion",
  UNCLEAR: "unclear unsure confused puzzled uncertain",
  IDEA: "cause culprit reason related issue problem responsible",
  PRODUCTION: "prod production live everywhere all regions canary staging users",
  ROUTINE: "routine upgrade maintenance planned scheduled weekly regular",
  PLAN: "pr prs plan draft document doc postmortem post-mortem retrospective discussion proposal idea task tasks review branch merge",
  HALFWAY: "partially partial partly some half",
  USE: `flow delivery printing notifications notification webhooks webhook emails mails sms messages uploads downloads exports imports builds deliveries
    orders payments invoices sign-ups signups sign-ins signins logins checkouts transactions bookings calls videos streams
    searches deploys deployments images sessions syncs pushes prices withdrawals deposits tickets traffic`,
  DEGRADED: "degraded slow impaired reduced limited poor",
  STALE: "stale blank empty wrong outdated old missing broken slow",
  STATE: "status state",
  ALL_CLEAR: "all-clear",
  RESOLUTION: "resolution recovery",
  BRIDGE: "call bridge room war-room channel zoom meeting",
  SHIFT_WORK: "shift day night on-call oncall team",
  PERSON: "manager engineer engineers lead leads expert experts owner owners dba dbas specialist specialists",
  ALL: "all every everyone",
  OUTWARD: "external externally customer-facing public publicly customer customers users",
  NOTICE: "communication communications comms notice announcement message statement update notification notices",
  BANNER: "banner banners",
  POSTS: "tweets posts threads",
  FUTILE:
    "no-effect no-avail no-luck no-change no-improvement no-difference same-result no-success in-vain unsuccessful futile fruitless ineffective insufficient useless",
  IN_PLACE: "place effect",
  BREAKER: "breaker breakers",
  ROLLBACK: "rollback revert reversion roll-back",
  KILL_SWITCH: "killswitch kill-switch",
  NAMES: "dns cname record vip",
  METRIC_END: "normal baseline zero below above",
  PREFIX: "bgp announcements prefix prefixes anycast",
  STANDBY: "replica standby secondary follower hot-standby",
  KNOB: "rate-limit rate-limits quota timeout timeouts retry retries connection connections interval threshold concurrency depth backoff ttl",
  WORKLOAD:
    "migration import imports batch script scripts cron backfill query queries transaction transactions session sessions connection connections job jobs request requests task tasks",
  SAFE_MODE: "maintenance-mode read-only readonly read-only-mode safe-mode maintenance-page",
  BACKLOG: "backlog backlogs queue queues lag",
  QUORUM: "quorum connection connectivity leader power contact network leadership",
  DOING:
    "draining filling opening starting accepting scheduling delivering indexing syncing replicating serving emitting producing polling running writing reading flowing loading rendering updating collecting accepting responding processing accepting working serving scheduling consuming reporting sending receiving",
  NUMBER: "zero",
  REGION: "zone region availability-zone datacenter network pop edge backbone az",
  OVER_NOW: "over",
  COMMANDING: "command commandership",
  ROLE: "comms-lead scribe liaison communications",
  COMMANDER: "commander ic incident-commander",
  MONITORING: "monitoring",
  ALERT_ONLY: "alert alerts alarm alarms",
  LIST: "mailing-list list",
  EYE: "eye watch",
  DEPLOYMENT: "deployment deploy deploys deployments",
  BLOCK: "block blocks ban limiter",
  ACCESS:
    "creds membership memberships access token tokens credential credentials permission permissions key keys password passwords",
  BACK: "back again",
  SURE: "sure certain clear",
  LASTS:
    "load cpu traffic usage queue errors error issue issues problem problems failures timeouts outage symptoms impact latency",
  FAULTY: "bad faulty buggy misconfigured broken invalid incorrect defective bogus malformed wrong garbled corrupt",
  OCCURRENCE:
    "indication indications sign signs occurrence occurrences occurence occurences recurrence instance episode episodes",
  POWER: "power electricity cooling connectivity network link internet uplink mains grid connection line fiber fibre",
  PROCEDURE: "procedure process protocol response plan incident-procedure incident-process incident-response",
  TROUBLED: `outages deleted incident incidents error errors failing failed fail fails failure failures issue issues problem problems outage down slow slowdown wrong
    something missing stuck unusual anomaly strange weird unresponsive unavailable degraded degradation elevated high spike drop increased
    hang hangs hanging stale outdated empty blank declined denied forbidden refused crash crashing broken corrupted 5xx 500s 503s 502s timeouts timeout exceptions lag latency delayed visible impact symptoms`,
  REASON: "cause reason culprit explanation source fix hypothesis",
  BASELINE: "normal baseline usual zero expected nominal",
  WORKING: "working works healthy operational recovered restored normal",
  SOUND: "correct complete healthy up ok fine normal operational available reachable stable working back online green",
  KNOW: "know",
  INTERNAL: "internal internally engineers staff employees",
  PAGING_TOOL: "pagerduty opsgenie victorops",
  AVAILABLE: "available reachable accessible usable back online",
  MORE: "more extra additional further",
  RECORDS: "logging logs log metrics details information debug tests instrumentation dashboards context monitoring",
  CALLS: "call calls emails messages questions",
  HELD: "lock locks hold memory resources",
  PACKETS: "packets packet frames messages events writes connections requests sessions jobs traffic",
  ATTACKER: "attacker attackers intruder intruders actor actors adversary hacker hackers malware ransomware",
  UPKEEP: "maintenance scheduled planned routine updates",
  UPDATES: "updates",
  MISSING: "missing absent lost",
  BY_HAND: "manually hand",
  PLACE:
    "tree trees store stores shop shops centre centres center centers region regions site sites registration registrations sign-up sign-ups",
  FULLY: "100 normally normal fully full usual intended designed",
  CULPRIT:
    "query queries rule bug change job update script load traffic attack bot bots crawler crawlers deploy deployment release flood storm burst loop error failure",
  GREEDY: "all rapidly quickly up entire excessive every",
  ACCOUNTS: "account accounts",
  CHANGED: "change changes",
  COMPANY: "ltd inc gmbh corp llc plc",
  FROM: "from",
  WITH: "with",
  RECEIPT: "receipt",
  FIRST: "first",
  AWARE: "aware",
  NOBODY: "nobody none",
  FELT: "latency latencies times errors timeouts 5xx 500s slowness",
  PAPER:
    "note notes ticket tickets paragraph document documents owner owners number numbers minutes figures text test tests chapter",
  /** What none of the lists knows. */
  THING: "",
  /** "shop.example": known by its form. */
  DOMAIN: "",
  LABOUR: "work working investigation talks discussion discussions meeting efforts analysis testing",
  RELIEVER:
    "shedding throttling limiter limiting rate-limit breaker breakers captcha challenge waf cache caching backpressure",
  TIMES: "time times repeatedly continuously constantly",
  HARDWARE: "ram disk disks ssd ssds psu cpu cpus motherboard nic chassis hardware switch router switches routers",
  ATTACK: "attack attacks ddos situation crisis load traffic flood",
  SCHEMA: "schema database databases db data table tables index indices records alembic flyway",
  SYMPTOM: "symptom symptoms behaviour behavior",
  INQUIRY:
    "inquiry inquiries enquiry enquiries question questions message messages mail mails email emails call calls feedback",
  UNPLANNED: "unplanned unexpected unexpectedly spontaneous spontaneously uncontrolled",
  LIVE: "live everywhere prod production propagated rolled",
  WEBSITE: "website site homepage page app blog dashboard portal",
  RED: "red critical yellow unhealthy",
  FIT: "operational healthy stable normal normally",
  NEGATION: "not no never cannot isn't aren't wasn't weren't n't still yet unable only but",
  BACKUPS: "backup backups snapshot snapshots",
  MEASURE: "mitigation mitigations measure measures workaround workarounds remediation countermeasure countermeasures",
  REMEDY:
    "restarting rebooting reverting rolling scaling increasing raising disabling clearing flushing draining fix rollback roll-back mitigation workaround restart remediation hotfix revert failover restarts reboot patch scale-up",
  DESK: "helpdesk hotline servicedesk",
  NOTIFICATION: "notification notifications",
  LOSS: "loss",
  HALT: "standstill",
  CAUSE: "diagnosis cause reason explanation culprit",
  PRONOUN: "this it",
  THEY: "they their",
  BE: "is are was were been being be",
  EPHEMERAL: "pod pods container containers job jobs",
  IDLE: "looking investigating waiting working searching trying",
  REHEARSAL: "sandbox staging test exercise drill rehearsal",
} as const;
