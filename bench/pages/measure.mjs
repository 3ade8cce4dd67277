import { setTimeout as sleep } from "node:timers/promises";
import { loadPage } from "../api/script-figure.mjs";
import { Afterword } from "../lib/afterword.mjs";
import { launchBrowser } from "../lib/browser.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, p95, round } from "../lib/statistics.mjs";
import { ourReviews, stockTexts } from "./contestants.mjs";
import {
  isLetterKept,
  noteLast,
  placeCaret,
  typeAtOnce,
  watchLetters,
  whatIsShown,
  whereLettersWent,
} from "./in-page.mjs";
import { MARK } from "./text.mjs";

const PAGES = 12;
const MANY_PAGES = 60;
const LETTERS = 60;
const KEY_PAUSE_MS = 90;
/** An editor hears of a moved caret in a later task. */
const CARET_MS = 50;
/** After so long, a first letter that was lost is typed again. */
const AGAIN_MS = 100;
/** A letter that has stayed this long isn't lost when the text is drawn. */
const KEPT_MS = 500;
const OPEN_MS = 120_000;
/** A new window of Chromium loads its own parts first, such as the popup of the address bar: half a second of CPU. */
const WINDOW_MS = 2000;
/** A busy machine can lose a page or a key. Then the measurement is made once more, as for a person who reloads. */
const TRIES = 2;
const LIMITS = { script: 600, firstLetter: 4, beyondStockMs: 10, many: 2 };
const EDITABLE = '.ProseMirror[contenteditable="true"]:not([data-served-text])';

/** Measures writing in a review of 12 and 60 pages, next to stock Tiptap with stock Hocuspocus in the same browser. */
export async function measureWriting(rounds) {
  const cleanUps = [];
  const afterword = await Afterword.open();
  cleanUps.push(() => afterword.close());
  try {
    const browser = await launchBrowser();
    cleanUps.unshift(() => browser.close());
    const ours = await ourReviews(afterword, browser);
    const stock = await stockTexts(afterword, browser, cleanUps);
    cleanUps.push(cleanUps.shift());
    return await measureAll({ browser, ours, stock, rounds });
  } finally {
    for (const cleanUp of cleanUps.toReversed()) await cleanUp();
  }
}

async function measureAll({ browser, ours, stock, rounds }) {
  const inTurns = (contestants) => interleave(tried(contestants), rounds);
  const script = await inTurns({ ours: () => scriptOf(browser, ours) });
  const first = await inTurns({
    ours: () => firstLetter(ours),
    stock: () => firstLetter(stock),
    page: () => lastParagraph(stock),
  });
  const typed = await inTurns({
    ours: () => typeLetters(ours, PAGES),
    stock: () => typeLetters(stock, PAGES),
    many: () => typeLetters(ours, MANY_PAGES),
  });
  const ms = (runs, name) => runs.map((run) => run[name]);
  const beyond = (name) => ({
    unit: "ms more than stock",
    runs: typed.ours.map((run, index) => run[name] - typed.stock[index][name]),
    limit: LIMITS.beyondStockMs,
    bar: "stock Tiptap with stock Hocuspocus + 10 ms",
    beside: { oursMs: round(median(ms(typed.ours, name))), stockMs: round(median(ms(typed.stock, name))) },
  });
  return [
    figure({
      ...{ name: `script of a review of ${PAGES} pages until it is editable`, unit: "kB gzip", limit: LIMITS.script },
      ...{ runs: script.ours, bar: "fixed" },
    }),
    figure({
      name: "first typed letter painted, cold browser",
      unit: "times the last paragraph of a static page",
      runs: first.ours.map((ms, index) => ms / first.page[index]),
      limit: LIMITS.firstLetter,
      bar: "the same text as a static page from a server that only sends bytes",
      beside: Object.fromEntries(Object.entries(first).map(([name, runs]) => [`${name}Ms`, round(median(runs))])),
    }),
    figure({ name: `keystroke to paint at ${PAGES} pages, p95`, ...beyond("own") }),
    figure({ name: `keystroke to the other browser at ${PAGES} pages, p95`, ...beyond("other") }),
    figure({
      name: `keystroke to paint at ${MANY_PAGES} pages, p95`,
      unit: `times that at ${PAGES}`,
      runs: typed.many.map((run, index) => run.own / typed.ours[index].own),
      limit: LIMITS.many,
      bar: "twice",
      beside: { manyMs: round(median(ms(typed.many, "own"))) },
    }),
  ];
}

/** The same contestants, each measured again after a timeout, which is said. */
const tried = (contestants) =>
  Object.fromEntries(
    Object.entries(contestants).map(([name, work]) => [
      name,
      async () => {
        for (let left = TRIES - 1; ; left -= 1)
          try {
            return await work();
          } catch (error) {
            if (left === 0 || error.name !== "TimeoutError") throw error;
            console.log(`Measured again (${name}): ${error.message}`);
          }
      },
    ]),
  );

async function scriptOf(browser, ours) {
  const { context, url } = await ours.visit(PAGES);
  const cookies = await context.cookies();
  await context.close();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return (await loadPage(browser, { url, cookie, ready: EDITABLE, encoding: "gzip" })).kb;
}

/** Milliseconds from navigation, in a browser with empty caches. The letter must be in the editor afterwards. */
async function firstLetter(contestant) {
  const { context, url } = await contestant.visit(PAGES);
  const kept = { mark: MARK, keptMs: KEPT_MS };
  const isKept = (page) => page.waitForFunction(isLetterKept, kept, { timeout: OPEN_MS });
  return typedMs(context, url, [typeAtOnce, { mark: MARK, againMs: AGAIN_MS }], isKept);
}

const lastParagraph = async (stock) => typedMs(await stock.contextOf(), stock.staticUrl(PAGES), [noteLast]);

async function typedMs(context, url, [script, given], after = async () => undefined) {
  try {
    const page = await context.newPage();
    await page.addInitScript(script, given);
    await sleep(WINDOW_MS);
    await page.goto(url, { waitUntil: "commit", timeout: OPEN_MS });
    const isTyped = () => typeof window.typedMs === "number";
    await saying(page, page.waitForFunction(isTyped, null, { timeout: OPEN_MS }), whatIsShown);
    await after(page);
    return await page.evaluate(() => window.typedMs);
  } finally {
    await context.close();
  }
}

/** {own, other}: the p95 from a key to the paint of its letter, in the tab where it is typed and in another one. */
async function typeLetters(contestant, pages) {
  const [mine, theirs] = [await contestant.visit(pages, 0), await contestant.visit(pages, 1)];
  try {
    const tabs = await Promise.all(
      [mine, theirs].map(async ({ context, url }) => {
        const page = await context.newPage();
        await page.goto(url, { timeout: OPEN_MS });
        await page.waitForSelector(EDITABLE, { timeout: OPEN_MS });
        await page.getByText(MARK).first().waitFor({ timeout: OPEN_MS });
        return page;
      }),
    );
    const [own, other] = tabs;
    await sleep(3000);
    for (const tab of [other, own]) {
      await tab.bringToFront();
      await saying(tab, tab.waitForFunction(placeCaret, MARK, { polling: CARET_MS }), whatIsShown);
    }
    for (const tab of tabs) await tab.evaluate(watchLetters, MARK);
    for (let letter = 0; letter < LETTERS; letter++) {
      await own.keyboard.press("x");
      await sleep(KEY_PAUSE_MS);
    }
    const [typed, arrived] = await Promise.all(tabs.map(allPainted));
    const delays = (painted) => typed.down.map((at, index) => painted[index] - at);
    return { own: p95(delays(typed.painted)), other: p95(delays(arrived.painted)) };
  } finally {
    await Promise.all([mine.context.close(), theirs.context.close()]);
  }
}

/** The letters of a tab, once all are painted. One that never comes is lost, which is a fault and not a slow machine. */
async function allPainted(tab) {
  const isDone = (count) => window.letters.painted.length >= count;
  await saying(tab, tab.waitForFunction(isDone, LETTERS, { timeout: 60_000 }), whereLettersWent);
  return tab.evaluate(() => window.letters);
}

/** Waits. If it fails, the error says what the page shows. */
const saying = (page, awaited, shown) =>
  awaited.catch(async (error) => {
    const found = await page.evaluate(shown, MARK);
    throw Object.assign(error, { message: `${error.message.split("\n")[0]} ${JSON.stringify(found)}` });
  });
