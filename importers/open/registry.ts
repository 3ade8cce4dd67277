import { afterwordCsvImporter } from "#importers/afterword/afterword-csv.ts";
import { afterwordJsonImporter } from "#importers/afterword/afterword-json.ts";
import { afterwordMarkdownImporter } from "#importers/afterword/afterword-markdown.ts";
import type { Importer } from "#importers/base/importer.ts";
import { discordImporter } from "#importers/chat/discord.ts";
import { mattermostImporter } from "#importers/chat/mattermost.ts";
import { pastedChatImporter } from "#importers/chat/pasted-chat.ts";
import { slackImporter } from "#importers/chat/slack.ts";
import { teamsImporter } from "#importers/chat/teams.ts";
import { otherJsonImporter } from "#importers/json/other-json.ts";
import { calendarImporter } from "#importers/mail/calendar.ts";
import { emailImporter } from "#importers/mail/email.ts";
import { htmlImporter } from "#importers/notes/html.ts";
import { notesImporter } from "#importers/notes/notes.ts";
import { csvImporter } from "#importers/table/csv.ts";
import { alertmanagerImporter } from "#importers/tools/alertmanager.ts";
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
import { prometheusImporter } from "#importers/tools/prometheus.ts";
import { rootlyImporter } from "#importers/tools/rootly.ts";
import { sentryImporter } from "#importers/tools/sentry.ts";
import { splunkOnCallImporter } from "#importers/tools/splunk-on-call.ts";
import { squadcastImporter } from "#importers/tools/squadcast.ts";
import { statusJsonImporter } from "#importers/tools/status-json.ts";
import { statuspageImporter } from "#importers/tools/statuspage.ts";
import { terraformImporter } from "#importers/tools/terraform.ts";
import { unleashImporter } from "#importers/tools/unleash.ts";

/** Every importer; of two that are equally certain the earlier one reads. */
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

export function importerNamed(name: string): Importer | undefined {
  return IMPORTERS.find((importer) => importer.name === name);
}
