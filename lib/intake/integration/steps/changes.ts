import { COPY_SECRET, type Step, TRY } from "./step.ts";

/** Sends one deploy with curl, signed over time and body. */
export const DEPLOY_CURL = `at=$(date -u +%FT%TZ)
body='{"service":"checkout","version":"1.42.0","environment":"production","status":"finished","at":"'$at'"}'
t=$(date +%s)
v1=$(printf '%s.%s' "$t" "$body" | openssl dgst -sha256 -hmac '{secret}' -r | cut -d' ' -f1)
curl -fsS '{url}' -H 'content-type: application/json' \\
  -H "X-Afterword-Signature: t=$t,v1=$v1" --data-binary "$body"`;

/** The same as a step of a GitHub workflow, with a repository secret. */
export const DEPLOY_ACTION = `- name: Tell Afterword
  if: always()
  env:
    AFTERWORD_SECRET: \${{ secrets.AFTERWORD_SECRET }}
    STATUS: \${{ job.status == 'success' && 'finished' || 'failed' }}
  run: |
    body=$(jq -cn --arg s "$STATUS" '{service: "checkout", environment: "production", status: $s,
      version: env.GITHUB_SHA, at: (now | todate), actor: env.GITHUB_ACTOR,
      url: "\\(env.GITHUB_SERVER_URL)/\\(env.GITHUB_REPOSITORY)/actions/runs/\\(env.GITHUB_RUN_ID)"}')
    t=$(date +%s)
    v1=$(printf '%s.%s' "$t" "$body" | openssl dgst -sha256 -hmac "$AFTERWORD_SECRET" -r | cut -d' ' -f1)
    curl -fsS --retry 5 '{url}' -H 'content-type: application/json' \\
      -H "X-Afterword-Signature: t=$t,v1=$v1" --data-binary "$body"`;

/** Any body that a file import can read. */
export const GENERIC_CURL = `body=$(cat alerts.json)
t=$(date +%s)
v1=$(printf '%s.%s' "$t" "$body" | openssl dgst -sha256 -hmac '{secret}' -r | cut -d' ' -f1)
curl -fsS '{url}' -H 'content-type: application/json' \\
  -H "X-Afterword-Signature: t=$t,v1=$v1" --data-binary "$body"`;

/** Steps for tools that change things. */
export const CHANGE_STEPS: Readonly<Record<string, readonly Step[]>> = {
  github: [
    {
      title: "Add a webhook to the repository or the organisation",
      text: "Settings, Webhooks, Add webhook. Content type application/json.",
      field: "url",
    },
    { ...COPY_SECRET, title: "Paste the secret" },
    {
      title: "Choose the events",
      text: "Deployments, deployment statuses, releases, workflow runs and pushes show what changed. Issues and their comments show what people wrote. GitHub sends a ping at once.",
    },
  ],
  gitlab: [
    { title: "Add a webhook to the project or the group", text: "Settings, Webhooks, Add new webhook.", field: "url" },
    {
      ...COPY_SECRET,
      title: "Paste the secret as the secret token",
      text: "If GitLab offers a signing token, use it instead, because it's more secure.",
    },
    {
      title: "Choose the events",
      text: "Deployments, releases, pipelines and pushes. Issues and comments for what people wrote.",
    },
  ],
  deploy: [
    { title: "Call this at the start and at the end of a deploy", field: "url", language: "sh", code: DEPLOY_CURL },
    {
      ...COPY_SECRET,
      title: "Add the secret to your pipeline's secrets",
      text: "It's shown only once. A pipeline that can't sign can send it as a bearer token.",
    },
    { title: "Or as a step of a GitHub workflow", language: "yaml", code: DEPLOY_ACTION },
    TRY,
  ],
  launchdarkly: [
    {
      title: "Add a webhook",
      text: "Integrations, Webhooks, Add integration. A policy can narrow it to the environments that matter.",
      field: "url",
    },
    { ...COPY_SECRET, title: "Sign what it sends", text: "Choose Sign this webhook and paste the secret." },
    TRY,
  ],
  unleash: [
    {
      title: "Add a Webhook integration",
      text: "Choose feature-environment-enabled, -disabled and feature-strategy-update.",
      field: "url",
    },
    { ...COPY_SECRET, title: "Paste the secret as the authorization header" },
    TRY,
  ],
  argocd: [
    {
      title: "Add a service to argocd-notifications-cm",
      field: "url",
      language: "yaml",
      code: `service.webhook.afterword: |
  url: {url}
  headers:
    - { name: Content-Type, value: application/json }
    - { name: X-Afterword-Secret, value: $afterword-secret }
template.afterword: |
  webhook:
    afterword: { method: POST, body: '{{toJson .app}}' }
trigger.on-afterword: |
  - when: app.status.operationState.phase in ['Running', 'Succeeded', 'Failed']
    send: [afterword]`,
    },
    { ...COPY_SECRET, title: "Save the secret in argocd-notifications-secret as afterword-secret" },
    {
      title: "Subscribe the applications",
      language: "yaml",
      code: "notifications.argoproj.io/subscribe.on-afterword.afterword: ''",
    },
  ],
  kubernetes: [
    {
      title: "Send events with an exporter",
      text: "kubernetes-event-exporter or another that posts whole events.",
      language: "yaml",
      field: "url",
      code: `receivers:
  - name: afterword
    webhook:
      endpoint: {url}
      headers: { X-Afterword-Secret: '{secret}' }`,
    },
    COPY_SECRET,
    { title: "Route warnings to it", text: "There are many normal events. Warnings are the useful ones." },
  ],
  terraform: [
    {
      title: "Add a notification to the workspace",
      text: "Settings, Notifications, Webhook. Choose applying, completed and errored.",
      field: "url",
    },
    { ...COPY_SECRET, title: "Paste the secret as the token" },
    { title: "Press Send a test" },
  ],
  generic: [
    {
      title: "Send anything that a file import reads",
      text: "JSON, CSV or text. The format is detected as in an import.",
      field: "url",
      language: "sh",
      code: GENERIC_CURL,
    },
    COPY_SECRET,
    {
      title: "Without a signature",
      text: "A tool that can't sign sends the secret as a bearer token, as the header X-Afterword-Secret, or after a dot in the URL.",
    },
    TRY,
  ],
};
