/** The tools whose files are read, by kind. Written by npm run list:tools. */
export const TOOL_NAMES = {
  alerts: "Alertmanager, CloudWatch, Datadog, Grafana, Opsgenie, PagerDuty, Sentry, Splunk On-Call, Squadcast",
  changes:
    "Afterword's deploy hook, Argo CD, AWS CloudTrail, GitHub, GitLab, Kubernetes, LaunchDarkly, Terraform, Unleash",
  incidents:
    "FireHydrant, incident.io, Instatus, Better Stack, OneUptime, Jira, Jira Service Management, Linear, Rootly, Statuspage",
} as const;
