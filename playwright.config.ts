import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e/specs",
  outputDir: "test-results",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  reporter: [["list"], ["json"]],
  use: {
    ...(process.env.AFTERWORD_E2E_URL ? { baseURL: process.env.AFTERWORD_E2E_URL } : {}),
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Dublin",
    trace: "retain-on-failure",
    launchOptions: {
      args: [...quiet, ...(isRoot ? ["--no-sandbox"] : [])],
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
});
