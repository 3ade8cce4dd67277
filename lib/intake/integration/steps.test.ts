import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { HOOK_SOURCES } from "./hook-sources.ts";
import { stepsOf } from "./steps.ts";

const url = "https://afterword.example.com/api/v1/hooks/x/7Qk2mV";

it.each(HOOK_SOURCES.map((source) => [source.name, source] as const))(
  "%s says where to send and how to prove it",
  (name, source) => {
    const steps = stepsOf(name, { url, secret: "aw_hook_s" });
    expect(steps.length).toBeGreaterThan(1);
    const fields = steps.map((step) => step.field);
    expect(fields.some((field) => field === "url" || field === "url_with_secret")).toBe(true);
    expect(fields.includes("paste")).toBe(source.secretOrigin === "theirs");
    if (fields.includes("url_with_secret")) expect(source.secretInAddress).toBe(true);
    expect(JSON.stringify(steps)).not.toMatch(/\{(url|origin|secret)\}/);
  },
);

it("names the secret that can no longer be shown", () => {
  expect(stepsOf("deploy", { url, secret: null })[0]?.code).toContain("<the secret>");
});

it("is what docs/webhooks.md says, source by source and line by line", () => {
  const page = readFileSync(new URL("../../../docs/webhooks.md", import.meta.url), "utf8");
  // Cells of a table are padded.
  const rows = page.replaceAll(/ +/g, " ");
  for (const source of HOOK_SOURCES) {
    expect(rows).toContain(`| ${source.label} | \`${source.name}\` | ${source.sends} | ${source.proof} |`);
  }
  for (const name of ["deploy", "generic"]) {
    const values = { url: `https://afterword.example.com/api/v1/hooks/${name}/7Qk2mV`, secret: "aw_hook_example" };
    for (const { code } of stepsOf(name, values)) expect(page).toContain(code ?? "");
  }
});
