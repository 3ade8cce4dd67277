import { defineConfig } from "@playwright/test";
import type { Options } from "./e2e/fixtures/test.ts";

const isRoot = process.getuid?.() === 0;
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig<Options>({
  testDir: "e2e/specs",
  outputDir: "test-results",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  // Generous: a machine may be busy with other work; nothing waits longer than it must.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  reporter: [["list"], ["json"]],
  use: {
    ...(process.env.AFTERWORD_E2E_URL ? { baseURL: process.env.AFTERWORD_E2E_URL } : {}),
    adminCookie: process.env.AFTERWORD_E2E_ADMIN ?? "",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Dublin",
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // Recording takes about a fifth of the time. `--trace retain-on-failure` shows why a test fails.
    trace: "off",
    launchOptions: {
      args: [...quiet, ...(isRoot ? ["--no-sandbox"] : [])],
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
});
