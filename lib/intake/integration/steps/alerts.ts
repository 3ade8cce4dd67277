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

/** Steps of the tools that watch and page. */
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
    { ...COPY_SECRET, title: "Put the secret into that file" },
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
      text: "It is shown this once.",
      field: "secret",
      language: "json",
      code: `{ "X-Afterword-Secret": "{secret}" }`,
    },
    {
      title: "Mention it in the monitors",
      text: "Add @webhook-afterword to the message of each monitor that matters, and let the monitor notify on recovery.",
    },
  ],
  sentry: [
    {
      title: "Make an internal integration",
      text: "Settings, Developer Settings, New Internal Integration. Give it read access to issues and events, switch on alert rule action and the webhooks for issues.",
      field: "url",
    },
    { title: "Paste its client secret here", text: "It stands on the page of that integration.", field: "paste" },
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
      title: "Subscribe this address to the topic of your alarms",
      text: "SNS can send no header: the secret stands in the address.",
      field: "url_with_secret",
      language: "sh",
      code: `aws sns subscribe --protocol https --topic-arn arn:aws:sns:eu-west-1:123456789012:alarms \\
  --notification-endpoint '{url}.{secret}'`,
    },
    {
      title: "The subscription confirms itself",
      text: "Its confirmation comes as the first delivery. It is answered at an address of Amazon SNS alone, after its signature was checked.",
    },
    {
      title: "Try an alarm",
      language: "sh",
      code: "aws cloudwatch set-alarm-state --alarm-name mail-queue --state-value ALARM --state-reason 'trying Afterword'",
    },
  ],
};
