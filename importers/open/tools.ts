import type { Importer } from "#importers/base/importer.ts";
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
import { statusPagesImporter } from "#importers/tools/status-pages.ts";
import { statuspageImporter } from "#importers/tools/statuspage.ts";
import { terraformImporter } from "#importers/tools/terraform.ts";
import { unleashImporter } from "#importers/tools/unleash.ts";

/** The importers of tools, by the name of their file. Written by npm run list:tools. */
export const TOOL_IMPORTERS: readonly Importer[] = [
  alertmanagerImporter,
  argocdImporter,
  awsImporter,
  datadogImporter,
  deployImporter,
  firehydrantImporter,
  githubImporter,
  gitlabImporter,
  grafanaImporter,
  incidentIoImporter,
  jiraImporter,
  kubernetesImporter,
  launchdarklyImporter,
  linearImporter,
  opsgenieImporter,
  pagerdutyImporter,
  prometheusImporter,
  rootlyImporter,
  sentryImporter,
  splunkOnCallImporter,
  squadcastImporter,
  statusPagesImporter,
  statuspageImporter,
  terraformImporter,
  unleashImporter,
];
