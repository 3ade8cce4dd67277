import { COPY_SECRET, type Step, TRY } from "./step.ts";

/** Steps for chat, status pages and other incident tools. */
export const PEOPLE_STEPS: Readonly<Record<string, readonly Step[]>> = {
  slack: [
    {
      title: "Create a Slack app and paste its signing secret here",
      text: "api.slack.com/apps, Create New App. The secret is under Basic Information, App Credentials.",
      field: "paste",
    },
    {
      title: "Turn on Event Subscriptions with this URL",
      text: "Slack checks the URL at once, and Afterword responds.",
      field: "url",
    },
    {
      title: "Subscribe to message.channels and invite the app",
      text: "Only channels that the app was invited to are read. People appear by their Slack ids.",
    },
  ],
  statuspage: [
    {
      title: "Subscribe this URL on the status page",
      text: "On the public page: Subscribe to updates, Webhook. Statuspage doesn't sign requests, so the secret is in the URL.",
      field: "url_with_secret",
    },
    { title: "Confirm the subscription", text: "Statuspage emails a link to the address that you entered." },
    TRY,
  ],
  status_page: [
    {
      title: "Add a webhook subscriber",
      text: "Instatus and Better Stack call a URL for every update. The secret is part of it.",
      field: "url_with_secret",
    },
    TRY,
  ],
  incident_io: [
    {
      title: "Add a webhook endpoint",
      text: "Settings, Webhooks, Add endpoint. Choose the public incident events.",
      field: "url",
    },
    { title: "Paste its signing secret here", text: "It starts with whsec_.", field: "paste" },
    TRY,
  ],
  rootly: [
    { title: "Add a webhook", text: "Settings, Webhooks, New Webhook. Choose the incident events.", field: "url" },
    { title: "Paste its secret here", field: "paste" },
    TRY,
  ],
  firehydrant: [
    { title: "Add a webhook", text: "Settings, Webhooks. Choose the incident events.", field: "url" },
    { title: "Paste its secret here", field: "paste" },
    TRY,
  ],
  jira: [
    {
      title: "Add a webhook",
      text: "System, WebHooks. Choose issue created, updated and commented, with a JQL filter for your incidents.",
      field: "url",
    },
    { ...COPY_SECRET, title: "Paste the secret" },
    TRY,
  ],
  linear: [
    { title: "Add a webhook", text: "Settings, API, New webhook. Choose issues and comments.", field: "url" },
    { title: "Paste its signing secret here", field: "paste" },
    TRY,
  ],
};
