import { afterword } from "./schemes/afterword.ts";
import { bodyHmac } from "./schemes/body-hmac.ts";
import { hmacOf, isFresh, isSame, secondsOf } from "./schemes/compare.ts";
import { gitlab } from "./schemes/gitlab.ts";
import type { Scheme } from "./schemes/request.ts";
import { sharedSecret } from "./schemes/shared-secret.ts";
import { slack } from "./schemes/slack.ts";
import { standardWebhooks } from "./schemes/standard-webhooks.ts";
import { timedList } from "./schemes/timed-list.ts";

const SIGNATURE = "x-grafana-alerting-signature";
/** The user who sets it up chooses the names of these headers. These two are in Grafana's own examples. */
const TIMES = ["x-grafana-alerting-timestamp", "x-grafana-alerting-signature-timestamp"] as const;

const signatureOf = (seconds: string | null, body: Uint8Array, secret: string) =>
  hmacOf(seconds === null ? [body] : [`${seconds}:`, body], secret, "hex");

/**
 * Grafana: HMAC of the body, or of `<time>:<body>` if a timestamp header is set. Before version 12 a bearer token or
 * password.
 */
const grafana: Scheme = {
  verify(request, secret, nowMs) {
    const given = request.headers.get(SIGNATURE);
    if (!given) return sharedSecret.verify(request, secret, nowMs);
    const seconds = request.headers.get(TIMES[0]) ?? request.headers.get(TIMES[1]);
    if (!isSame(given.toLowerCase(), signatureOf(seconds, request.body, secret))) return "wrong_signature";
    return seconds === null || isFresh(seconds, nowMs) ? "ok" : "stale";
  },
  sign(body, secret, nowMs) {
    const seconds = secondsOf(nowMs);
    return { [TIMES[0]]: seconds, [SIGNATURE]: signatureOf(seconds, body, secret) };
  },
};

export interface HookRules {
  scheme: Scheme;
  /** Importers that can read its bodies, the likeliest first. Empty: whichever is the most confident. */
  importers: readonly string[];
  /** Headers with the sender's id of a delivery, which stays the same when it is sent again. */
  deliveryId?: readonly string[];
  /** Headers that are stored with the body. */
  keep?: readonly string[];
}

const webhookId = ["webhook-id", "svix-id"];

/** How each source signs and who reads it. The names are those of lib/intake/integration/hook-sources.ts. */
export const HOOK_RULES: Readonly<Record<string, HookRules>> = {
  alertmanager: { scheme: sharedSecret, importers: ["alertmanager", "grafana"] },
  pagerduty: {
    scheme: bodyHmac({ header: "x-pagerduty-signature", prefix: "v1=" }),
    importers: ["pagerduty"],
    keep: ["x-webhook-id"],
  },
  grafana: { scheme: grafana, importers: ["grafana", "alertmanager"] },
  datadog: { scheme: sharedSecret, importers: ["datadog"] },
  sentry: {
    scheme: bodyHmac({ header: "sentry-hook-signature" }),
    importers: ["sentry"],
    deliveryId: ["request-id"],
    keep: ["sentry-hook-resource"],
  },
  opsgenie: { scheme: sharedSecret, importers: ["opsgenie"] },
  splunk_on_call: { scheme: sharedSecret, importers: ["splunk_on_call"] },
  squadcast: { scheme: sharedSecret, importers: ["squadcast"] },
  aws: {
    scheme: sharedSecret,
    importers: ["aws"],
    deliveryId: ["x-amz-sns-message-id"],
    keep: ["x-amz-sns-message-type", "x-amz-sns-topic-arn"],
  },
  slack: { scheme: slack, importers: ["slack"], keep: ["x-slack-retry-num", "x-slack-retry-reason"] },
  github: {
    scheme: bodyHmac({ header: "x-hub-signature-256", prefix: "sha256=" }),
    importers: ["github"],
    deliveryId: ["x-github-delivery"],
    keep: ["x-github-event", "x-github-hook-id"],
  },
  gitlab: {
    scheme: gitlab,
    importers: ["gitlab"],
    deliveryId: ["idempotency-key", "x-gitlab-event-uuid"],
    keep: ["x-gitlab-event", "x-gitlab-instance"],
  },
  deploy: { scheme: afterword, importers: ["deploy"], deliveryId: ["x-afterword-delivery"] },
  launchdarkly: { scheme: bodyHmac({ header: "x-ld-signature" }), importers: ["launchdarkly"] },
  unleash: { scheme: sharedSecret, importers: ["unleash"] },
  argocd: { scheme: sharedSecret, importers: ["argocd"] },
  kubernetes: { scheme: sharedSecret, importers: ["kubernetes"] },
  terraform: {
    scheme: bodyHmac({ header: "x-tfe-notification-signature", algorithm: "sha512" }),
    importers: ["terraform"],
  },
  statuspage: { scheme: sharedSecret, importers: ["statuspage"] },
  status_page: { scheme: sharedSecret, importers: ["status_page", "statuspage"] },
  incident_io: { scheme: standardWebhooks, importers: ["incident_io"], deliveryId: webhookId },
  rootly: { scheme: timedList("x-rootly-signature", ""), importers: ["rootly"] },
  firehydrant: { scheme: bodyHmac({ header: "fh-signature" }), importers: ["firehydrant"] },
  jira: {
    scheme: bodyHmac({ header: "x-hub-signature", prefix: "sha256=" }),
    importers: ["jira"],
    deliveryId: ["x-atlassian-webhook-identifier"],
  },
  linear: { scheme: bodyHmac({ header: "linear-signature" }), importers: ["linear"], deliveryId: ["linear-delivery"] },
  generic: { scheme: afterword, importers: [], deliveryId: ["x-afterword-delivery"] },
};

export const hookRules = (source: string): HookRules | undefined =>
  Object.hasOwn(HOOK_RULES, source) ? HOOK_RULES[source] : undefined;
