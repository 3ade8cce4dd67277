import { expect, it } from "vitest";
import { misread } from "./testing/misread.ts";

/** Acts of responders, machines and users in plain words, with every right kind, and lines that only sound like it. */
const ACTS: Readonly<Record<string, string>> = {
  "machines that send a message": `
    alert_fired | Monitoring system sends first e-mail, reporting docs.example.com is down
    alert_fired | The uptime check sent an e-mail that the shop is down
    alert_fired | Our watchdog sends a text message about the relay
    alert_fired | Monitoring sent the second mail
    alert_fired | The health check sends a notification
    alert_fired | Uptime monitor mails the team: shop unreachable
    alert_fired | The probe sent us an SMS
    alert_fired | Second e-mail from the monitoring
    alert_fired | First mail of the uptime check
    observation | Monitoring did not send an e-mail
    observation | Monitoring should send an e-mail next time
    observation | We discussed the e-mail with Ann
  `,
  "people outside who write": `
    customer_report | Another user tweets concern
    customer_report | User twitted a 500 page to the company
    customer_report | A customer tweeted a screenshot
    customer_report | A pen-tester has sent an email saying they're unable to access the application
    customer_report | One user posts a screenshot of an error
    customer_report | A subscriber has written an e-mail that nothing loads
    customer_report | Two users tweet that the site is down
    customer_report | A partner has mailed that the feed is empty
    customer_report | A reader sends an e-mail notifying us of a blank page
    customer_report | Another client tweeted at us
    observation | No user tweeted about it
  `,
  "messages and pages that are seen": `
    acknowledged | @Bo sees and acknowledges the message
    acknowledged | Bo acknowledges the report
    acknowledged | Dana saw and acknowledged the page
    acknowledged | The duty officer acknowledges the e-mail
    acknowledged | On-call acknowledged the incident
    acknowledged | Kim sees the alert and acknowledges it
    acknowledged | Ann acknowledged the alarm
    acknowledged | Kim acknowledges the ticket
    observation | Nobody acknowledged the page
    observation | The page wasn't acknowledged
  `,
  "fixes and changes that are handed in": `
    mitigation_started config_changed deploy_started | Jo and Bo submit a fix to the DNS configuration
    mitigation_started config_changed deploy_started | Ann submitted a fix for the query
    mitigation_started config_changed deploy_started | We land a fix for the pool size
    config_changed | Bo submits a change to the DNS configuration to change the MX records
    config_changed | Ann pushed a change to the routing rules
    config_changed | Dana applies a change to the firewall configuration
    config_changed | Kim commits a change to the proxy settings
    config_changed mitigation_started | The operator manually changes the source of the images
    config_changed mitigation_started | Bo manually edited the host file on node 3
    mitigation_started config_changed deploy_finished deploy_started | We monkey patch the mailer job to skip these projects
    mitigation_started config_changed deploy_finished deploy_started | Hot-patched the import service
    observation | We plan to submit a fix
    observation | A fix for the query was discussed
    observation | Bo was asked to submit a change to the configuration
  `,
  "things that are built again or removed": `
    mitigation_started infra_change restarted | Destroyed & rebuilt tools cluster with more nodes
    mitigation_started infra_change restarted | Recreated the database node
    mitigation_started infra_change restarted | We rebuild the cluster from scratch
    mitigation_started infra_change mitigation_failed | Attempted to re-bootstrap the cluster
    mitigation_started infra_change mitigation_failed | Tried to rebuild the index
    mitigation_started infra_change mitigation_failed | Attempted to remount the volume
    restarted mitigation_started | The operator executes the command to roll the containers
    restarted mitigation_started | Rolled the pods of the API
    data_change mitigation_started | Remove the queued jobs related to the hidden project
    data_change mitigation_started | Removed the stuck messages of tenant 4
    data_change mitigation_started | Deleted all pending jobs
    observation | We should rebuild the cluster
    observation | The cluster wasn't rebuilt
    observation | Ann asked whether the queued jobs can be removed
  `,
  "machines that act on their own": `
    automated_action | Longhorn auto-replenishes the missing replicas
    automated_action | The cluster auto-healed the node
    automated_action | Auto-remediation restarted the worker
    automated_action scaled | The pool auto-scales to 12 nodes
    automated_action | Postgres auto-restarts on the standby
    automated_action | The queue auto-retries the batch
    automated_action | The array auto-rebuilds from parity
    automated_action | Kubernetes auto-recovers the pod
    observation | Auto-scaling was off
    observation | Auto-healing is planned
  `,
  "errors that are first seen, and the end": `
    error_observed | Errbit starts to track errors in SendEmailsJob
    error_observed | The gateway starts to log timeouts
    error_observed | Sentry started to record exceptions
    error_observed | The API began to return errors
    error_observed impact_started | DNS change takes effect. <START OF OUTAGE>
    impact_ended resolved | DNS change takes effect. <END OF OUTAGE>
    impact_started error_observed | Records expire. [OUTAGE BEGINS]
    resolved closed | The operator calls the end of the incident
    resolved closed public_update | Ann announced the end of the outage
    resolved | Status: resolved (node back after a power cycle)
    severity_changed | We noticed wider impact and upgraded the incident to a major outage
    severity_changed | Downgraded the incident to SEV3
    observation | The end of the outage is not known yet
    observation | Nobody started to track errors
  `,
  "the same in other languages": `
    impact_started error_observed | Le site et le portail ne sont pas accessibles actuellement
    impact_started error_observed | La boutique n'est pas accessible
    impact_started error_observed | Le service est inaccessible depuis ce matin
    impact_started error_observed | Mieliśmy awarię łącza
    impact_started error_observed | Mamy awarię serwera
    error_observed reopened impact_started | Die Störung wiederholte sich
    error_observed reopened impact_started | Gegen Mittag wiederholte sich der Ausfall
    error_observed impact_started | O serviço falhou ao chamar a API
    error_observed impact_started | O job noturno falhou com o código 1
    error_observed | 接続がタイムアウトを反復
    config_changed | 再試行の設定を適用
    observation | Le site est accessible
    observation | Wir besprachen die Störung
  `,
};

it.each(Object.entries(ACTS))("%s", (_name, table) => {
  expect(misread(table)).toEqual([]);
});
