import { COPY_SECRET, type Step, TRY } from "./step.ts";

/** Steps of chat, status pages and other incident tools. */
export const PEOPLE_STEPS: Readonly<Record<string, readonly Step[]>> = {
  slack: [
    {
      title: "Make a Slack app and paste its signing secret here",
      text: "api.slack.com/apps, Create New App; the secret stands under Basic Information, App Credentials.",
      field: "paste",
    },
    {
      title: "Switch on Event Subscriptions with this address",
      text: "Slack checks it at once and is answered.",
      field: "url",
    },
    {
      title: "Subscribe to message.channels and invite the app",
      text: "Only channels that the app was invited to are read. People appear by their Slack ids.",
    },
  ],
  statuspage: [
    {
      title: "Subscribe this address on the status page",
      text: "On the public page: Subscribe to updates, Webhook. Statuspage signs nothing, so the secret stands in the address.",
      field: "url_with_secret",
    },
    { title: "Confirm the subscription", text: "Statuspage mails a link to the address that you gave." },
    TRY,
  ],
  status_page: [
    {
      title: "Add a webhook subscriber",
      text: "Instatus and Better Stack call an address for every update; the secret stands in it.",
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
    { title: "Paste its signing secret here", text: "It begins with whsec_.", field: "paste" },
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
