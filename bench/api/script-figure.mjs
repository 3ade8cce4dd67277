import { cookiesFrom, launchBrowser } from "../lib/browser.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round, sum } from "../lib/statistics.mjs";

const LIMIT_KB = 600;
/** The text that comes with the page takes letters before the editor is there. */
const EDITABLE = '.ProseMirror[contenteditable="true"]:not([data-served-text])';
const LATER_MS = 2500;
const UNPACKED_BYTES = 1024;

/**
 * Measures the script that a browser with an empty cache receives, as served with gzip, until the text of a review can
 * be edited. `brotliKb` is what browsers that read Brotli receive.
 */
export async function measureScript({ url, admin }) {
  const browser = await launchBrowser();
  try {
    const { key } = await admin.api.post("/incidents", { title: "Search was empty", severity: 3 });
    const review = await admin.api.post(`/incidents/${key}/reviews`, { template: "standard" });
    const editor = { url: `${url}/reviews/${review.key}`, cookie: admin.cookie, ready: EDITABLE };
    const runs = await interleave({
      review: () => loadPage(browser, { ...editor, encoding: "gzip" }),
      brotli: () => loadPage(browser, { ...editor, encoding: "br" }),
      signIn: () => loadPage(browser, { url: `${url}/signin`, cookie: "", ready: "form", encoding: "gzip" }),
    });
    return figure({
      name: "script sent to make a review editable",
      unit: "kB gzip",
      runs: runs.review.map((run) => run.kb),
      limit: LIMIT_KB,
      bar: "fixed",
      beside: {
        withWhatLoadsLaterKb: round(median(runs.review.map((run) => run.laterKb))),
        editableMs: round(median(runs.review.map((run) => run.readyMs))),
        brotliKb: round(median(runs.brotli.map((run) => run.kb))),
        signInPageKb: round(median(runs.signIn.map((run) => run.kb))),
        scripts: runs.review[0].scripts,
      },
    });
  } finally {
    await browser.close();
  }
}

/** Runs in the page, before anything else: notes when what is waited for has appeared, in ms since 1970. */
function noteReady(ready) {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(ready)) return;
    observer.disconnect();
    window.readyAt = Date.now();
  });
  observer.observe(document, { attributes: true, childList: true, subtree: true });
}

/** {kb, laterKb, readyMs, scripts}: what was requested before `ready` appeared, and until 2.5 s after it. */
export async function loadPage(browser, { url, cookie, ready, encoding }) {
  const context = await browser.newContext({ extraHTTPHeaders: { "accept-encoding": encoding } });
  try {
    await context.addCookies(cookiesFrom(cookie, new URL(url).origin));
    const page = await context.newPage();
    await page.addInitScript(noteReady, ready);
    const scripts = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() === "script") scripts.push(scriptOf(request, encoding));
    });
    const started = Date.now();
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => window.readyAt !== undefined, null, { timeout: 60_000 });
    const readyAt = await page.evaluate(() => window.readyAt);
    await page.waitForTimeout(LATER_MS);
    const all = await Promise.all(scripts);
    const first = all.filter(({ requestedAt }) => requestedAt <= readyAt);
    return { kb: kilobytes(first), laterKb: kilobytes(all), readyMs: readyAt - started, scripts: first.length };
  } finally {
    await context.close();
  }
}

async function scriptOf(request, accepted) {
  const response = await request.response();
  const encoding = await response.headerValue("content-encoding");
  const { responseBodySize } = await request.sizes();
  // A body that fits into one packet is sent as it is. Anything larger must be compressed.
  if (encoding !== accepted && responseBodySize > UNPACKED_BYTES)
    throw new Error(`${request.url()} is served with encoding ${encoding}, not ${accepted}`);
  return { bytes: responseBodySize, requestedAt: request.timing().startTime };
}

const kilobytes = (scripts) => sum(scripts.map(({ bytes }) => bytes)) / 1000;
