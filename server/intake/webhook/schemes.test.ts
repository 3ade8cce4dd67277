import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOOK_SOURCES } from "#lib/intake/integration/hook-sources.ts";
import type { HookRequest } from "./schemes/request.ts";
import { HOOK_RULES, hookRules } from "./sources.ts";
import { signedTest } from "./test-delivery.ts";
import { verifyRequest } from "./verify.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const schemeOf = (source: string) => {
  const rules = hookRules(source);
  if (!rules) throw new Error(source);
  return rules.scheme;
};
const request = (headers: Record<string, string>, body: string, more: Partial<HookRequest> = {}): HookRequest => ({
  headers: new Headers(headers),
  body: bytes(body),
  query: new URLSearchParams(),
  pathSecret: null,
  ...more,
});

const SLACK_BODY =
  "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

/** Values that the vendors publish in their own manuals. */
const PUBLISHED = [
  {
    vendor: "GitHub",
    source: "github",
    secret: "It's a Secret to Everybody",
    headers: { "X-Hub-Signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17" },
    body: "Hello, World!",
    at: 0,
  },
  {
    vendor: "Slack",
    source: "slack",
    secret: "8f742231b10e8888abcd99yyyzzz85a5",
    headers: {
      "X-Slack-Request-Timestamp": "1531420618",
      "X-Slack-Signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    },
    body: SLACK_BODY,
    at: 1531420618,
  },
  {
    vendor: "Svix, which sends for incident.io",
    source: "incident_io",
    secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    headers: {
      "svix-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "svix-timestamp": "1614265330",
      "svix-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
    body: '{"test": 2432232314}',
    at: 1614265330,
  },
];

describe("values that vendors publish", () => {
  it.each(PUBLISHED)("$vendor verifies", ({ source, secret, headers, body, at }) => {
    const scheme = schemeOf(source);
    expect(scheme.verify(request(headers, body), secret, at * 1000)).toBe("ok");
    expect(scheme.verify(request(headers, `${body} `), secret, at * 1000)).toBe("wrong_signature");
    expect(scheme.verify(request(headers, body), secret.slice(0, -4), at * 1000)).toBe("wrong_signature");
    if (at > 0) {
      expect(scheme.verify(request(headers, body), secret, (at + 299) * 1000)).toBe("ok");
      expect(scheme.verify(request(headers, body), secret, (at + 301) * 1000)).toBe("stale");
      expect(scheme.verify(request(headers, body), secret, (at - 301) * 1000)).toBe("stale");
    }
  });
});

describe("schemes by their documentation", () => {
  const hex = (text: string, algorithm = "sha256") => createHmac(algorithm, "s3cret-s3cret").update(text).digest("hex");
  const now = 1_700_000_000;
  it.each([
    ["pagerduty", { "x-pagerduty-signature": `v1=${hex("old body")},v1=${hex("{}")}` }],
    ["sentry", { "sentry-hook-signature": hex("{}") }],
    ["launchdarkly", { "x-ld-signature": hex("{}") }],
    ["terraform", { "x-tfe-notification-signature": hex("{}", "sha512") }],
    ["jira", { "x-hub-signature": `sha256=${hex("{}")}` }],
    ["firehydrant", { "fh-signature": hex("{}") }],
    ["linear", { "linear-signature": hex("{}") }],
    ["rootly", { "x-rootly-signature": `t=${now},v1=${hex(`${now}{}`)}` }],
    ["grafana", { "x-grafana-alerting-signature": hex("{}") }],
    ["grafana", { "x-grafana-alerting-signature": hex(`${now}:{}`), "x-grafana-alerting-timestamp": String(now) }],
    ["grafana", { authorization: "Bearer s3cret-s3cret" }],
    ["gitlab", { "x-gitlab-token": "s3cret-s3cret" }],
    ["alertmanager", { authorization: "Bearer s3cret-s3cret" }],
    ["alertmanager", { authorization: `Basic ${Buffer.from("am:s3cret-s3cret").toString("base64")}` }],
    ["datadog", { "x-afterword-secret": "s3cret-s3cret" }],
    ["deploy", { "x-afterword-signature": `t=${now},v1=${hex(`${now}.{}`)}` }],
    ["deploy", { authorization: "Bearer s3cret-s3cret" }],
  ])("%s takes %j", (source, headers) => {
    const verdict = (secret: string, body = "{}") =>
      schemeOf(source).verify(request(headers as Record<string, string>, body), secret, now * 1000);
    expect(verdict("s3cret-s3cret")).toBe("ok");
    expect(verdict("another-secret")).toBe("wrong_signature");
    const signs = !("authorization" in headers) && !("x-gitlab-token" in headers) && !("x-afterword-secret" in headers);
    if (signs) expect(verdict("s3cret-s3cret", "{ }")).toBe("wrong_signature");
  });

  it("accepts a secret in the URL if the tool can't send anything else", () => {
    const statuspage = schemeOf("statuspage");
    expect(statuspage.verify(request({}, "{}", { pathSecret: "s3cret" }), "s3cret", 0)).toBe("ok");
    expect(statuspage.verify(request({}, "{}", { query: new URLSearchParams("secret=s3cret") }), "s3cret", 0)).toBe(
      "ok",
    );
    expect(statuspage.verify(request({}, "{}"), "s3cret", 0)).toBe("no_signature");
    expect(schemeOf("github").verify(request({}, "{}", { pathSecret: "s3cret" }), "s3cret", 0)).toBe("no_signature");
  });

  it("doesn't fall back to the shared secret if a wrong signature is sent", () => {
    const headers = { "x-afterword-signature": "t=1,v1=00", authorization: "Bearer s3cret" };
    expect(schemeOf("deploy").verify(request(headers, "{}"), "s3cret", 0)).toBe("wrong_signature");
    const grafana = { "x-grafana-alerting-signature": "00", authorization: "Bearer s3cret" };
    expect(schemeOf("grafana").verify(request(grafana, "{}"), "s3cret", 0)).toBe("wrong_signature");
  });
});

describe("every source", () => {
  it("in the list has a scheme, and vice versa", () => {
    expect(Object.keys(HOOK_RULES).sort()).toEqual(HOOK_SOURCES.map(({ name }) => name).sort());
  });

  it("verifies what it signs, with any valid secret, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HOOK_SOURCES.map(({ name }) => name)),
        fc.string({ minLength: 8 }).filter((text) => /^[!-~]+$/.test(text)),
        fc.string({ minLength: 8 }).filter((text) => /^[!-~]+$/.test(text)),
        (source, secret, other) => {
          fc.pre(secret !== other);
          const now = new Date("2026-02-14T12:00:00Z");
          const signed = signedTest(source, secret, now, "id");
          const scheme = schemeOf(source);
          expect(verifyRequest(scheme, signed, [other, secret], now.getTime())).toBe("ok");
          expect(verifyRequest(scheme, signed, [other], now.getTime())).toBe("wrong_signature");
          expect(verifyRequest(scheme, signed, [], now.getTime())).toBe("no_secret");
        },
      ),
    );
  });
});
