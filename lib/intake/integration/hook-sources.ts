/**
 * Who creates the secret. `ours`: Afterword, to be pasted into the tool. `theirs`: the tool, to be pasted into
 * Afterword.
 */
export type SecretOrigin = "ours" | "theirs";

export interface HookSource {
  /** Stable code, part of the URL. */
  name: string;
  label: string;
  letter: string;
  /** A short description of the tool's messages. */
  sends: string;
  secretOrigin: SecretOrigin;
  /** How a delivery is authenticated, in one sentence. */
  proof: string;
  /** Whether the secret can be in the URL, for tools that can't send it any other way. */
  secretInAddress: boolean;
}

const SHARED =
  "Send the secret as a bearer token, a basic auth password, the header X-Afterword-Secret, or in the URL.";
const hmac = (header: string) => `Header ${header}: HMAC-SHA256 of the body.`;

const row = (
  name: string,
  label: string,
  letter: string,
  sends: string,
  secretOrigin: SecretOrigin,
  proof: string,
): HookSource => ({ name, label, letter, sends, secretOrigin, proof, secretInAddress: proof.startsWith(SHARED) });

/** Every tool that can send deliveries to Afterword. */
export const HOOK_SOURCES: readonly HookSource[] = [
  row("alertmanager", "Alertmanager", "A", "alerts", "ours", SHARED),
  row("pagerduty", "PagerDuty", "P", "incidents (v3 webhooks)", "theirs", hmac("X-PagerDuty-Signature")),
  row("grafana", "Grafana", "G", "alerts", "ours", hmac("X-Grafana-Alerting-Signature, optionally with a timestamp")),
  row("datadog", "Datadog", "D", "monitors", "ours", SHARED),
  row("sentry", "Sentry", "S", "issues and alerts", "theirs", hmac("Sentry-Hook-Signature")),
  row("opsgenie", "Opsgenie", "O", "alerts", "ours", SHARED),
  row("splunk_on_call", "Splunk On-Call", "V", "incidents", "ours", SHARED),
  row("squadcast", "Squadcast", "Q", "incidents", "ours", SHARED),
  row(
    "aws",
    "AWS through SNS",
    "W",
    "CloudWatch alarms, Health, CodeDeploy",
    "ours",
    `${SHARED} A subscription is confirmed only at a URL of Amazon SNS, after its signature was checked.`,
  ),
  row(
    "slack",
    "Slack",
    "S",
    "channel messages (Events API)",
    "theirs",
    "Header X-Slack-Signature: HMAC-SHA256 of time and body.",
  ),
  row("github", "GitHub", "G", "deployments, releases, pushes, workflow runs", "ours", hmac("X-Hub-Signature-256")),
  row(
    "gitlab",
    "GitLab",
    "L",
    "deployments, releases, pushes, pipelines",
    "ours",
    "Header X-Gitlab-Token, or GitLab's newer signature over id, time and body.",
  ),
  row(
    "deploy",
    "Deploy hook",
    "H",
    "deploys of your own pipeline",
    "ours",
    "Header X-Afterword-Signature: HMAC-SHA256 of time and body. A bearer token works too.",
  ),
  row("launchdarkly", "LaunchDarkly", "L", "flag changes", "ours", hmac("X-LD-Signature")),
  row("unleash", "Unleash", "U", "flag changes", "ours", SHARED),
  row("argocd", "Argo CD", "R", "applications (notifications)", "ours", SHARED),
  row("kubernetes", "Kubernetes", "K", "events (from an event exporter)", "ours", SHARED),
  row(
    "terraform",
    "HCP Terraform",
    "T",
    "runs",
    "ours",
    "Header X-TFE-Notification-Signature: HMAC-SHA512 of the body.",
  ),
  row("statuspage", "Statuspage", "P", "incidents and component states", "ours", SHARED),
  row("status_page", "Status page", "S", "Instatus, Better Stack", "ours", SHARED),
  row(
    "incident_io",
    "incident.io",
    "I",
    "incidents",
    "theirs",
    "Header webhook-signature: HMAC-SHA256 of id, time and body.",
  ),
  row("rootly", "Rootly", "R", "incidents", "theirs", "Header X-Rootly-Signature: HMAC-SHA256 of time and body."),
  row("firehydrant", "FireHydrant", "F", "incidents", "theirs", hmac("fh-signature")),
  row("jira", "Jira", "J", "issues", "ours", "Header X-Hub-Signature: HMAC-SHA256 of the body."),
  row("linear", "Linear", "N", "issues", "theirs", hmac("Linear-Signature")),
  row(
    "generic",
    "Any other tool",
    "X",
    "any format that a file import reads",
    "ours",
    "Header X-Afterword-Signature: HMAC-SHA256 of time and body. A bearer token works too.",
  ),
];

export const hookSourceNamed = (name: string): HookSource | undefined =>
  HOOK_SOURCES.find((source) => source.name === name);

/** Returns the path of an incoming webhook's URL. */
export const hookPath = (source: string, key: string): string => `/api/v1/hooks/${source}/${key}`;
