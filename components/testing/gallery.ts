import { fileURLToPath } from "node:url";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { build } from "esbuild";

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BUNDLE = pathOf(".tmp/stories/stories.js");
/** The style sheets of all components, for a test that a pointer has to hit. */
export const STYLES = pathOf(".tmp/stories/stories.css");
/** The style sheet of every page, for a test that measures what those of components build on. */
export const PAGE_STYLES = pathOf("app/styles/base.css");
const PAGE = '<!doctype html><html lang="en"><div id="root"></div><script type="module" src="/stories.js"></script>';

/**
 * The test of components: `mount` renders one story of `stories/` alone. An uncaught error fails the test.
 */
export const test = base.extend<{ gallery: undefined }>({
  gallery: [
    async ({ page, baseURL }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      await page.route(`${baseURL}/**`, (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
      await page.route(`${baseURL}/stories.js`, (route) =>
        route.fulfill({ contentType: "text/javascript", path: BUNDLE }),
      );
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** Finds the report of a story's component. */
export const told = (page: Page): Locator => page.getByLabel("Told", { exact: true });

/** Makes one script of all stories, once before the tests. */
export default async function bundleStories(): Promise<void> {
  await build({
    entryPoints: { stories: pathOf("components/testing/stories/index.tsx") },
    bundle: true,
    outdir: pathOf(".tmp/stories"),
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"test"' },
    banner: { js: "globalThis.process ??= { env: {} };" },
    logLevel: "warning",
  });
}
