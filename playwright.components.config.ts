import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config.ts";

/** Components alone in the browser, without a server. */
export default defineConfig({
  testDir: "components/testing",
  outputDir: "test-results/components",
  globalSetup: "./components/testing/gallery.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"], ["json"]],
  // The tests respond to it themselves. Browsers keep some functions for secure origins, which localhost is.
  use: { ...journeys.use, baseURL: "http://localhost:1", trace: "off" },
});
