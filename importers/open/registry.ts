import { afterwordCsvImporter } from "#importers/afterword/afterword-csv.ts";
import { afterwordJsonImporter } from "#importers/afterword/afterword-json.ts";
import { afterwordMarkdownImporter } from "#importers/afterword/afterword-markdown.ts";
import type { Importer, SourceText } from "#importers/base/importer.ts";
import { listAt, recordAt } from "#importers/base/values.ts";
import { discordImporter } from "#importers/chat/discord.ts";
import { mattermostImporter } from "#importers/chat/mattermost.ts";
import { pastedChatImporter } from "#importers/chat/pasted-chat.ts";
import { slackImporter } from "#importers/chat/slack.ts";
import { teamsImporter } from "#importers/chat/teams.ts";
import { otherJsonImporter } from "#importers/json/other-json.ts";
import { collect, explainShare, recordsOf, type SourceRecord, shareOf } from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { refuseRecord } from "#importers/kit/refuse-record.ts";
import { calendarImporter } from "#importers/mail/calendar.ts";
import { emailImporter } from "#importers/mail/email.ts";
import { htmlImporter } from "#importers/notes/html.ts";
import { notesImporter } from "#importers/notes/notes.ts";
import { csvImporter } from "#importers/table/csv.ts";
import { isAlert, isDelivery, knowsMore, readAlert, readDelivery } from "#importers/tools/alertmanager/delivery.ts";
import { argocdImporter } from "#importers/tools/argocd.ts";
import { awsImporter } from "#importers/tools/aws.ts";
import { datadogImporter } from "#importers/tools/datadog.ts";
import { deployImporter } from "#importers/tools/deploy.ts";
import { firehydrantImporter } from "#importers/tools/firehydrant.ts";
import { githubImporter } from "#importers/tools/github.ts";
import { gitlabImporter } from "#importers/tools/gitlab.ts";
import { grafanaImporter } from "#importers/tools/grafana.ts";
import { incidentIoImporter } from "#importers/tools/incident-io.ts";
import { jiraImporter } from "#importers/tools/jira.ts";
import { kubernetesImporter } from "#importers/tools/kubernetes.ts";
import { launchdarklyImporter } from "#importers/tools/launchdarkly.ts";
import { linearImporter } from "#importers/tools/linear.ts";
import { opsgenieImporter } from "#importers/tools/opsgenie.ts";
import { pagerdutyImporter } from "#importers/tools/pagerduty.ts";
import { rootlyImporter } from "#importers/tools/rootly.ts";
import { sentryImporter } from "#importers/tools/sentry.ts";
import { splunkOnCallImporter } from "#importers/tools/splunk-on-call.ts";
import { squadcastImporter } from "#importers/tools/squadcast.ts";
import { statusJsonImporter } from "#importers/tools/status-json.ts";
import { statuspageImporter } from "#importers/tools/statuspage.ts";
import { terraformImporter } from "#importers/tools/terraform.ts";
import { unleashImporter } from "#importers/tools/unleash.ts";
import { matrixOf } from "#lib/incidents/impact/series/prometheus-series.ts";

/** A range result of Prometheus: measurements, which say nothing about what happened. */
const prometheusImporter: Importer = {
  name: "prometheus",
  label: "Prometheus series",
  letter: "V",
  detect: ({ json }) => (json !== undefined && matrixOf(json) !== null ? 0.97 : 0),
  explain: ({ json }) => `The JSON is a Prometheus range result with ${counted(json)}.`,
  parse({ json }) {
    const text = `A range result with ${counted(json)} is a metric, not a list of events. Paste it on the incident's impact page to measure impact windows.`;
    return { events: [], rejects: [], context: [{ line: 0, text }] };
  },
};

function counted(json: unknown): string {
  const count = matrixOf(json)?.length ?? 0;
  return count === 1 ? "one series" : `${count} series`;
}

/**
 * Alertmanager: webhooks of version 4 (one delivery or several), and alerts from its own API and from that of
 * Prometheus.
 */
const alertmanagerImporter: Importer = {
  name: "alertmanager",
  label: "Alertmanager",
  letter: "A",
  detect(source: SourceText) {
    if (source.json === undefined) return 0;
    const records = open(source);
    return 0.97 * shareOf(records, isReadable);
  },
  explain: (source) => explainShare(open(source), isReadable, "alerts with labels and startsAt"),
  parse(source, options) {
    const records = open(source);
    const alone = !Array.isArray(source.json);
    const result = collect(records, (record) => {
      if (isDelivery(record.value)) return readDelivery(record, record.value, alone, options);
      if (isAlert(record.value)) return readAlert(record, record.value, {}, options);
      return { reject: refuseRecord(record.value, "an Alertmanager delivery, or an alert with labels and startsAt") };
    });
    return foldRepeats(result, knowsMore);
  },
};

const isReadable = (value: unknown) => isDelivery(value) || isAlert(value);

/** Reads `{status, data: {alerts: […]}}` and `{status, data: […]}` of the Prometheus API as a delivery. */
const open = (source: SourceText): SourceRecord[] =>
  recordsOf(source).map((record) => {
    const data = recordAt(record.value, "data");
    if (isDelivery(data)) return { ...record, value: data };
    const alerts = listAt(record.value, "data");
    return alerts.some(isAlert) ? { ...record, value: { alerts } } : record;
  });

/** Every importer. Of two with equal confidence, the earlier one reads. */
export const IMPORTERS: readonly Importer[] = [
  afterwordJsonImporter,
  afterwordCsvImporter,
  afterwordMarkdownImporter,
  pagerdutyImporter,
  slackImporter,
  alertmanagerImporter,
  statuspageImporter,
  githubImporter,
  opsgenieImporter,
  splunkOnCallImporter,
  squadcastImporter,
  sentryImporter,
  datadogImporter,
  gitlabImporter,
  launchdarklyImporter,
  unleashImporter,
  deployImporter,
  kubernetesImporter,
  awsImporter,
  terraformImporter,
  incidentIoImporter,
  rootlyImporter,
  firehydrantImporter,
  jiraImporter,
  linearImporter,
  argocdImporter,
  grafanaImporter,
  statusJsonImporter,
  discordImporter,
  teamsImporter,
  mattermostImporter,
  prometheusImporter,
  otherJsonImporter,
  csvImporter,
  htmlImporter,
  emailImporter,
  calendarImporter,
  pastedChatImporter,
  notesImporter,
];

/** Returns the importer with a name. */
export function importerNamed(name: string): Importer | undefined {
  return IMPORTERS.find((importer) => importer.name === name);
}
