import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { HOOK_SOURCES, hookPath, hookSourceNamed } from "./hook-sources.ts";
import { stepsOf } from "./steps.ts";

const url = "https://afterword.example.com/api/v1/hooks/x/7Qk2mV";

it.each(HOOK_SOURCES.map((source) => [source.name, source] as const))(
  "the steps of %s name the URL and the signature",
  (name, source) => {
    const steps = stepsOf(name, { url, secret: "aw_hook_s" });
    expect(steps.length).toBeGreaterThan(1);
    const fields = steps.map((step) => step.field);
    expect(fields.some((field) => field === "url" || field === "url_with_secret")).toBe(true);
    expect(fields.includes("paste")).toBe(source.secretOrigin === "theirs");
    if (fields.includes("url_with_secret")) expect(source.secretInAddress).toBe(true);
    expect(JSON.stringify(steps)).not.toMatch(/\{(url|secret)\}/);
  },
);

it("names a secret that can no longer be shown", () => {
  expect(stepsOf("deploy", { url, secret: null })[0]?.code).toContain("<the secret>");
});

it("gives a source without steps of its own those of a shared secret", () => {
  const steps = stepsOf("pingdom", { url, secret: "aw_hook_s" });
  expect(steps.map(({ field }) => field)).toEqual(["url", "secret", "url_with_secret", undefined]);
  expect(steps.map(({ title }) => title)).toEqual([
    "Add a webhook in pingdom",
    "Send the secret",
    "Only if it can't send a header",
    "Try it",
  ]);
  for (const { text } of steps) expect(text).toMatch(/\w.*\.$/);
  expect(stepsOf("squadcast", { url, secret: null })[0]?.title).toBe("Add a webhook in Squadcast");
});

it("finds a source by its code and gives it a path of its own", () => {
  for (const source of HOOK_SOURCES) expect(hookSourceNamed(source.name)).toBe(source);
  expect(hookSourceNamed("GitHub")).toBeUndefined();
  expect(hookPath("github", "7Qk2mV")).toBe("/api/v1/hooks/github/7Qk2mV");
});

it("lets every source that can't sign send its secret in the URL, and no other", () => {
  for (const { proof, secretInAddress } of HOOK_SOURCES) expect(secretInAddress).toBe(proof.includes("or in the URL"));
});

it("matches docs/webhooks.md, source by source and line by line", () => {
  const page = readFileSync(new URL("../../../docs/webhooks.md", import.meta.url), "utf8");
  // Table cells are padded with spaces.
  const rows = page.replaceAll(/ +/g, " ");
  for (const source of HOOK_SOURCES) {
    expect(rows).toContain(`| ${source.label} | \`${source.name}\` | ${source.sends} | ${source.proof} |`);
  }
  for (const name of ["deploy", "generic"]) {
    const values = { url: `https://afterword.example.com/api/v1/hooks/${name}/7Qk2mV`, secret: "aw_hook_example" };
    for (const { code } of stepsOf(name, values)) expect(page).toContain(code ?? "");
  }
});
