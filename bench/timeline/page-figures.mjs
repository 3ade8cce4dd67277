import { Afterword } from "../lib/afterword.mjs";
import { setUp } from "../lib/api.mjs";
import { cookiesFrom, launchBrowser } from "../lib/browser.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, p95, round } from "../lib/statistics.mjs";
import { slackMessage } from "./sources.mjs";

const FEW = 100;
const MANY = 10_000;
const LIMITS = { open: 2, frames: 1.5 };
const SCROLLS = 40;
const WORDS = "payments";

/**
 * Measures a timeline of 10,000 events against one of 100 in the same browser: how soon it is drawn, and how smoothly
 * it scrolls.
 */
export async function measurePages() {
  const afterword = await Afterword.open();
  const browser = await launchBrowser();
  try {
    const { api, cookie } = await setUp(afterword);
    const keys = { few: await story(api, FEW), many: await story(api, MANY) };
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    await context.addCookies(cookiesFrom(cookie, afterword.url));
    const page = await context.newPage();
    const visit = (key) => () => openTimeline(page, `${afterword.url}/incidents/${key}`);
    // The first visit fills the caches of the browser and of the server.
    for (const key of Object.values(keys)) await visit(key)();
    const opened = await interleave({ few: visit(keys.few), many: visit(keys.many) });
    const frames = (key) => async () => {
      await visit(key)();
      await wholeStory(page);
      return p95(await framesOf(page));
    };
    const moved = await interleave({ few: frames(keys.few), many: frames(keys.many) });
    return [
      figure({
        name: `a timeline of ${MANY.toLocaleString("en")} events, from navigation to events and score drawn`,
        unit: `times one of ${FEW}`,
        runs: opened.many.map((ms, index) => ms / opened.few[index]),
        limit: LIMITS.open,
        bar: `${LIMITS.open} times the page of ${FEW} events, warm server, same browser`,
        beside: { manyMs: round(median(opened.many)), fewMs: round(median(opened.few)) },
      }),
      figure({
        name: `scrolling and filtering ${MANY.toLocaleString("en")} events, frame p95`,
        unit: `times one of ${FEW}`,
        runs: moved.many.map((ms, index) => ms / moved.few[index]),
        limit: LIMITS.frames,
        bar: `${LIMITS.frames} times the same strokes on ${FEW} events`,
        beside: { manyMs: round(median(moved.many)), fewMs: round(median(moved.few)) },
      }),
    ];
  } finally {
    await browser.close();
    await afterword.close();
  }
}

async function story(api, count) {
  const { key } = await api.post("/incidents", { title: `${count} events`, severity: 3 });
  const messages = Array.from({ length: count }, (_, index) => slackMessage(index));
  await api.post(`/incidents/${key}/imports`, { filename: "messages.json", content: JSON.stringify(messages) });
  return key;
}

/** Milliseconds from navigation until the first events and the score are painted. */
async function openTimeline(page, url) {
  const started = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("list", { name: "Events in order" }).getByRole("listitem").first().waitFor();
  await page.getByRole("region", { name: "Events by kind" }).locator("svg").first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return performance.now() - started;
}

/** Waits until all pages of the timeline are read. Until then the list still grows. */
const wholeStory = (page) => page.getByText(/ events from \d+ source/).waitFor();

/** Lengths of the frames in ms while the list is scrolled down and up, and then filtered by typing. */
async function framesOf(page) {
  await page.evaluate(() => {
    window.frames = [];
    let last = performance.now();
    const tick = (now) => {
      window.frames.push(now - last);
      last = now;
      window.ticking = requestAnimationFrame(tick);
    };
    window.ticking = requestAnimationFrame(tick);
  });
  await page.mouse.move(500, 700);
  for (let step = 0; step < SCROLLS; step++) {
    await page.mouse.wheel(0, step < SCROLLS / 2 ? 900 : -900);
    await page.waitForTimeout(30);
  }
  await page.keyboard.press("/");
  await page.keyboard.type(WORDS, { delay: 60 });
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    cancelAnimationFrame(window.ticking);
    return window.frames.slice(1);
  });
}
