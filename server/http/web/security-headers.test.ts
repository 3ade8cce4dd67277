import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { readConfig } from "#server/base/process/config.ts";
import { setSecurityHeaders } from "./security-headers.ts";

function headersOf(url: string, env: Record<string, string> = {}, sent: Record<string, string> = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, headers: { ...sent } });
  const response = new ServerResponse(request);
  setSecurityHeaders(request, response, readConfig(env));
  return { answer: response.getHeaders(), toPage: request.headers };
}
const cspOf = (url: string) => String(headersOf(url).answer["content-security-policy"]);

const PAGES = ["/", "/signin", "/reviews/REV-1", "/settings/audit", "/no/such/page", "/_next/static/chunks/a.js"];
const API = [
  "/api/v1/me",
  "/api/rpc/me/get",
  "/api/auth/csrf",
  "/api/changes",
  "/api/v1/spec.json",
  "/api/v1/hooks/x/y",
];

describe("every response", () => {
  it.each([...PAGES, ...API, "/api/v1/docs", "/healthz"])("%s can't be framed, sniffed or traced back", (url) => {
    const { answer } = headersOf(url);
    expect(answer).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(answer).not.toHaveProperty("strict-transport-security");
  });

  it("requires https in future only if this one came over https", () => {
    const hsts = (env: Record<string, string>, sent = {}) =>
      headersOf("/", env, sent).answer["strict-transport-security"];
    expect(hsts({ AFTERWORD_URL: "https://afterword.example.com" })).toBe("max-age=31536000");
    expect(hsts({ AFTERWORD_URL: "http://afterword.example.com" })).toBeUndefined();
    expect(hsts({ AFTERWORD_TRUSTED_PROXIES: "1" }, { "x-forwarded-proto": "https" })).toBe("max-age=31536000");
    expect(hsts({ AFTERWORD_TRUSTED_PROXIES: "1" }, { "x-forwarded-proto": "http" })).toBeUndefined();
    expect(hsts({}, { "x-forwarded-proto": "https" })).toBeUndefined();
  });
});

describe("a page", () => {
  it.each(PAGES)("%s runs only scripts with its own nonce, a new one each time", (url) => {
    const { answer, toPage } = headersOf(
      url,
      {},
      { "x-nonce": "mine", "content-security-policy": "script-src 'nonce-mine'" },
    );
    const nonce = String(toPage["x-nonce"]);
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(answer["content-security-policy"]).toContain(`'nonce-${nonce}'`);
    expect(toPage["content-security-policy"]).toBe(answer["content-security-policy"]);
    expect(cspOf(url)).not.toContain(nonce);
    const scripts = cspOf(url)
      .split("; ")
      .find((one) => one.startsWith("script-src"));
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval/);
  });
});

describe("an API response", () => {
  it.each(API)("%s loads and runs nothing", (url) => {
    const { answer, toPage } = headersOf(url, {}, { "x-nonce": "mine" });
    expect(answer["content-security-policy"]).toMatch(/^default-src 'none'/);
    expect(toPage).not.toHaveProperty("x-nonce");
  });

  it("of the reference has its style and no script", () => {
    expect(cspOf("/api/v1/docs?x=1")).toMatch(/^default-src 'none'.*style-src 'unsafe-inline'$/);
    expect(cspOf("/api/v1/docsx")).not.toContain("style-src");
  });
});
