import { afterwordCsvImporter } from "./afterword-csv.ts";
import { afterwordJsonImporter } from "./afterword-json.ts";
import { afterwordMarkdownImporter } from "./afterword-markdown.ts";
import { alertmanagerImporter } from "./alertmanager.ts";
import { argocdImporter } from "./argocd.ts";
import { awsImporter } from "./aws.ts";
import { calendarImporter } from "./calendar.ts";
import { csvImporter } from "./csv.ts";
import { datadogImporter } from "./datadog.ts";
import { deployImporter } from "./deploy.ts";
import { discordImporter } from "./discord.ts";
import { emailImporter } from "./email.ts";
import { firehydrantImporter } from "./firehydrant.ts";
import { githubImporter } from "./github.ts";
import { gitlabImporter } from "./gitlab.ts";
import { grafanaImporter } from "./grafana.ts";
import { htmlImporter } from "./html.ts";
import type { Importer } from "./importer.ts";
import { incidentIoImporter } from "./incident-io.ts";
import { jiraImporter } from "./jira.ts";
import { kubernetesImporter } from "./kubernetes.ts";
import { launchdarklyImporter } from "./launchdarkly.ts";
import { linearImporter } from "./linear.ts";
import { mattermostImporter } from "./mattermost.ts";
import { notesImporter } from "./notes.ts";
import { opsgenieImporter } from "./opsgenie.ts";
import { otherJsonImporter } from "./other-json.ts";
import { pagerdutyImporter } from "./pagerduty.ts";
import { pastedChatImporter } from "./pasted-chat.ts";
import { prometheusImporter } from "./prometheus.ts";
import { rootlyImporter } from "./rootly.ts";
import { sentryImporter } from "./sentry.ts";
import { slackImporter } from "./slack.ts";
import { splunkOnCallImporter } from "./splunk-on-call.ts";
import { squadcastImporter } from "./squadcast.ts";
import { statusJsonImporter } from "./status-json.ts";
import { statuspageImporter } from "./statuspage.ts";
import { teamsImporter } from "./teams.ts";
import { terraformImporter } from "./terraform.ts";
import { unleashImporter } from "./unleash.ts";

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
