// npm test: checks, then all tests on a real PostgreSQL, then the e2e tests in a browser on the production build.
// Brings its own database and browser. The last line is `N passed, M failed`.
import "./check-node.mjs";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildAll, buildGenerated } from "./build.mjs";
import { buildCli } from "./build-cli.mjs";
import { commandOf, runChecks } from "./checks.mjs";
import { findBrowser } from "./find-browser.mjs";
import { root, runNode } from "./run.mjs";

process.chdir(root);
// Settings of the caller's shell must not reach the tests.
for (const name of Object.keys(process.env)) {
  if (/^(AFTERWORD_.*|DATABASE_URL|PORT|HOST|SMTP_URL|MAIL_FROM|LOG_LEVEL|NODE_ENV)$/.test(name))
    delete process.env[name];
}

const total = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
};

/** Runs one part. A part that breaks off counts as one failure, so missing tests never pass. */
async function part(name, work) {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const counts = await work().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  add(counts);
  console.log(
    `== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  return counts.failed === 0;
}

const resultFile = (name) => {
  const path = join(root, ".tmp", name);
  mkdirSync(join(root, ".tmp"), { recursive: true });
  rmSync(path, { force: true });
  return path;
};

/** The reported counts. A run that failed without a failed test, or ran no test, counts as one failure. */
function counted(passed, failed, code) {
  const hidden = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + hidden };
}

async function unitTests() {
  const file = resultFile("vitest.json");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await runNode(commandOf("vitest"), ["run", ...reporters]);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return counted(numPassedTests, numFailedTests + broken.length, code);
}

const components = () => inBrowser("components.json", ["--config", "playwright.components.config.ts"]);

async function journeys() {
  await buildAll(console.log);
  await buildCli();
  return inBrowser("journeys.json");
}

async function inBrowser(result, args = []) {
  const file = resultFile(result);
  const env = { CHROMIUM_PATH: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { code } = await runNode(commandOf("@playwright/test", "playwright"), ["test", ...args], { env });
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  return counted(stats.expected, stats.unexpected + stats.flaky, code);
}

await part("generated code", async () => {
  await buildGenerated();
  return { passed: 0, failed: 0 };
});
await part("checks", () => runChecks());
await part("unit, property, database and socket tests", unitTests);
await part("tests of components in the browser", components);
await part("e2e tests in the browser", journeys);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
