import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { signIn } from "../lib/api.mjs";
import { cookiesFrom, launchBrowser } from "../lib/browser.mjs";
import { startProgram } from "../lib/child.mjs";
import { interleave } from "../lib/figures.mjs";
import { median, round, sum } from "../lib/statistics.mjs";

/** Records of the demo data, which every build has. */
const PAGES = { "sign-in page": "/signin", "My work": "/", "a review": "/reviews/REV-1", Actions: "/actions" };
const ADMIN = { email: "admin@example.com", password: "afterword-demo" };
const KINDS = { script: "script", stylesheet: "styles", font: "fonts" };
/** A page has loaded when nothing has arrived for so long. Parts that load later count. */
const QUIET_MS = 1500;

/** Returns the medians of each checkout: milliseconds to start, and what a browser with an empty cache receives. */
export async function measureBuilds(folders) {
  const builds = folders.map((folder) => ({ folder, data: mkdtempSync(join(tmpdir(), "afterword-builds-")) }));
  const browser = await launchBrowser();
  try {
    for (const { folder, data } of builds) {
      // Under root, the database runs as another user, who must be able to enter the folder.
      chmodSync(data, 0o755);
      const first = await start(folder, data);
      await withDemoData(first.url);
      await first.stop();
    }
    const rounds = await interleave(
      Object.fromEntries(builds.map(({ folder, data }) => [folder, () => measureOnce(browser, folder, data)])),
    );
    return folders.map((folder) => medians(rounds[folder]));
  } finally {
    await browser.close();
    for (const { data } of builds) rmSync(data, { recursive: true, force: true });
  }
}

function medians(rounds) {
  const names = Object.keys(rounds[0]);
  return Object.fromEntries(names.map((name) => [name, round(median(rounds.map((one) => one[name])), 1)]));
}

async function measureOnce(browser, folder, data) {
  const server = await start(folder, data);
  try {
    const { cookie } = await withDemoData(server.url);
    const figures = { "start until ready, ms": server.readyMs, "CPU of the start, ms": server.cpuMs };
    for (const [name, path] of Object.entries(PAGES)) {
      const visit = await load(browser, `${server.url}${path}`, path === "/signin" ? "" : cookie);
      for (const [what, value] of Object.entries(visit)) figures[`${name}: ${what}`] = value;
    }
    return figures;
  } finally {
    await server.stop();
  }
}

/** Starts the server of a checkout with the flags of its `npm start`, and waits until /readyz agrees. */
async function start(folder, data) {
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const started = performance.now();
  const program = await startProgram("bin/start.mjs", {
    cwd: folder,
    flags: scripts.start.match(/--[\w-]+=\S+/g) ?? [],
    env: { AFTERWORD_DATA: data, AFTERWORD_DEMO: "1", PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "warn" },
    ready: /Afterword is ready at (\S+)/,
  });
  const url = program.match[1];
  while (!(await fetch(`${url}/readyz`)).ok) await sleep(5);
  const readyMs = performance.now() - started;
  return { url, readyMs, cpuMs: cpuOf(program.pid), stop: () => program.stop() };
}

/** Milliseconds of CPU that a process has used. Not a number where there is no /proc. */
function cpuOf(pid) {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  // The name in brackets can contain spaces. User and system time follow it, in hundredths of a second.
  const fields = readFileSync(path, "utf8").split(") ").at(-1).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Signs in once the demo data is there. */
async function withDemoData(url) {
  for (let tries = 0; ; tries++) {
    try {
      const session = await signIn(url, ADMIN.email, ["read"], ADMIN.password);
      await session.api.get("/reviews/REV-1");
      return session;
    } catch (error) {
      if (tries === 60) throw error;
      await sleep(500);
    }
  }
}

/** Kilobytes of each kind as they came over the wire, and milliseconds until something is painted. */
async function load(browser, url, cookie) {
  const context = await browser.newContext({ extraHTTPHeaders: { "accept-encoding": "gzip" } });
  try {
    await context.addCookies(cookiesFrom(cookie, new URL(url).origin));
    const page = await context.newPage();
    const sizes = new Map(Object.keys(KINDS).map((kind) => [kind, []]));
    let last = performance.now();
    page.on("requestfinished", (request) => {
      last = performance.now();
      sizes.get(request.resourceType())?.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(url, { waitUntil: "load" });
    while (performance.now() - last < QUIET_MS) await sleep(100);
    const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
    const kilobytes = [];
    for (const [kind, name] of Object.entries(KINDS))
      kilobytes.push([`${name}, kB gzip`, sum(await Promise.all(sizes.get(kind))) / 1000]);
    return { ...Object.fromEntries(kilobytes), "first paint, ms": painted ?? Number.NaN };
  } finally {
    await context.close();
  }
}
