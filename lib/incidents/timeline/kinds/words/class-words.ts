import { MORE_CLASSES } from "./more-class-words.ts";

/** Words that the rules treat as the same, in lower case. */
export const CLASSES = {
  ...MORE_CLASSES,
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
    briefly brief but limited intermittent half momentarily expected majority portion bulk`,
} as const;
