import { COPY_SECRET, type Step, sharedSteps, TRY } from "./step.ts";

const DATADOG_BODY = `{
  "id": "$ID",
  "title": "$EVENT_TITLE",
  "body": "$EVENT_MSG",
  "date": "$DATE",
  "url": "$LINK",
  "alert_transition": "$ALERT_TRANSITION",
  "alert_type": "$ALERT_TYPE",
  "priority": "$ALERT_PRIORITY",
  "tags": "$TAGS",
  "hostname": "$HOSTNAME"
}`;

/** Steps for monitoring and paging tools. */
export const ALERT_STEPS: Readonly<Record<string, readonly Step[]>> = {
  alertmanager: [
    {
      title: "Add a receiver to alertmanager.yml",
      field: "url",
      language: "yaml",
      code: `receivers:
  - name: afterword
    webhook_configs:
      - url: {url}
        send_resolved: true
        http_config:
          authorization: { credentials_file: /etc/alertmanager/afterword }`,
    },
    { ...COPY_SECRET, title: "Save the secret in that file" },
    {
      title: "Route to it, reload, and send a test",
      language: "sh",
      code: "amtool alert add AfterwordTest severity=page team=mail",
    },
  ],
  grafana: [
    { title: "Add a contact point", text: "Alerting, Contact points, integration Webhook, method POST.", field: "url" },
    {
      ...COPY_SECRET,
      title: "Sign what it sends",
      text: "Optional settings, HMAC signature: paste the secret, leave the header as it is, and name the timestamp header X-Grafana-Alerting-Timestamp. Before version 12, paste it as the credentials of the authorization header instead.",
    },
    { title: "Point a notification policy at it and press Test" },
  ],
  pagerduty: [
    {
      title: "Add a webhook",
      text: "Integrations, Generic Webhooks (v3), New Webhook. Choose the services, and all incident events.",
      field: "url",
    },
    {
      title: "Paste its signing secret here",
      text: "PagerDuty shows it once, right after the webhook was added.",
      field: "paste",
    },
    { title: "Press Send Test Event" },
  ],
  datadog: [
    {
      title: "Add a webhook",
      text: "Integrations, Webhooks, New.",
      field: "url",
      language: "json",
      code: DATADOG_BODY,
    },
    {
      title: "Add a custom header with the secret",
      text: "It's shown only once.",
      field: "secret",
      language: "json",
      code: `{ "X-Afterword-Secret": "{secret}" }`,
    },
    {
      title: "Add it to your monitors",
      text: "Add @webhook-afterword to the message of each monitor that matters, and let the monitor notify on recovery.",
    },
  ],
  sentry: [
    {
      title: "Create an internal integration",
      text: "Settings, Developer Settings, New Internal Integration. Give it read access to issues and events, turn on alert rule action and the webhooks for issues.",
      field: "url",
    },
    { title: "Paste its client secret here", text: "The integration's page shows it.", field: "paste" },
    { title: "Add it as an action of the alert rules that matter" },
  ],
  opsgenie: [
    {
      title: "Add a Webhook integration",
      text: "Choose the alert actions: create, acknowledge, close, add note.",
      field: "url",
    },
    { ...COPY_SECRET, title: "Add a custom header", language: "text", code: "X-Afterword-Secret: {secret}" },
    TRY,
  ],
  splunk_on_call: [
    {
      title: "Add an outgoing webhook",
      text: "Integrations, Outgoing Webhooks, event Any-Incident, content type application/json.",
      field: "url",
    },
    { ...COPY_SECRET, title: "Add a custom header", language: "text", code: "X-Afterword-Secret: {secret}" },
    TRY,
  ],
  squadcast: sharedSteps("Squadcast"),
  aws: [
    {
      title: "Subscribe this URL to your alarms' topic",
      text: "SNS can't send a header, so the secret is in the URL.",
      field: "url_with_secret",
      language: "sh",
      code: `aws sns subscribe --protocol https --topic-arn arn:aws:sns:eu-west-1:123456789012:alarms \\
  --notification-endpoint '{url}.{secret}'`,
    },
    {
      title: "The subscription confirms itself",
      text: "The first delivery is its confirmation. Afterword answers only at a URL of Amazon SNS, after checking the signature.",
    },
    {
      title: "Try an alarm",
      language: "sh",
      code: "aws cloudwatch set-alarm-state --alarm-name mail-queue --state-value ALARM --state-reason 'trying Afterword'",
    },
  ],
};
