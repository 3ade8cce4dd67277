import { createServer } from "node:http";
import { build } from "esbuild";
import { root } from "../../bin/run.mjs";
import { join as joinAs, setUp } from "../lib/api.mjs";
import { cookiesFrom } from "../lib/browser.mjs";
import { startProgram } from "../lib/child.mjs";
import { slackMessage } from "../timeline/sources.mjs";
import { paste } from "./in-page.mjs";
import { MARK, staticPage, textParts } from "./text.mjs";

const EVENTS = 300;
const COMMENTS = 20;
/** A busy machine needs longer than a test would wait. */
const SLOW_MS = 120_000;
const EDITABLE = '.ProseMirror[contenteditable="true"]:not([data-served-text])';

async function fill(page, pages) {
  for (const part of textParts(pages)) {
    await page.evaluate(paste, part);
    await page.keyboard.press("ControlOrMeta+End");
  }
  await page.getByText(MARK).first().waitFor();
}

/** {visit(pages, person)}: returns a browser context of a person, and the address of a text of that length. */
export async function ourReviews(afterword, browser) {
  const admin = await setUp(afterword);
  const people = [admin, await joinAs(afterword, admin, { name: "Ben", role: "member" })];
  const urls = new Map();
  const contextOf = async (person) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(SLOW_MS);
    await context.addCookies(cookiesFrom(people[person].cookie, new URL(afterword.url).origin));
    return context;
  };
  async function write(pages) {
    const { api } = admin;
    const { key } = await api.post("/incidents", { title: `${pages} pages`, severity: 3 });
    const messages = Array.from({ length: EVENTS }, (_, index) => slackMessage(index));
    await api.post(`/incidents/${key}/imports`, { filename: "messages.json", content: JSON.stringify(messages) });
    const review = await api.post(`/incidents/${key}/reviews`, { template: "quick" });
    const url = `${afterword.url}/reviews/${review.key}`;
    const context = await contextOf(0);
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForSelector(EDITABLE);
    await page.getByRole("button", { name: "Write answer" }).last().click();
    await fill(page, pages);
    await page.getByText("Saved", { exact: true }).first().waitFor();
    await context.close();
    for (let number = 1; number <= COMMENTS; number++)
      await api.post(`/reviews/${review.key}/threads`, {
        quote: "The deploy",
        blockId: null,
        body: `Comment ${number}`,
      });
    return url;
  }
  return {
    async visit(pages, person = 0) {
      if (!urls.has(pages)) urls.set(pages, await write(pages));
      return { context: await contextOf(person), url: urls.get(pages) };
    },
  };
}

/** The same for stock Tiptap with stock Hocuspocus. Its pages come from a server that only sends bytes. */
export async function stockTexts(afterword, browser, cleanUps) {
  const maintenance = await afterword.connect();
  await maintenance.query("CREATE DATABASE peer");
  const env = { PEER_DATABASE_URL: afterword.databaseUrl("peer") };
  const peer = await startProgram("bench/peers/hocuspocus.mjs", { env, ready: /Hocuspocus is ready at (\S+)/ });
  cleanUps.push(() => peer.stop());
  const { outputFiles } = await build({
    ...{ entryPoints: ["bench/peers/stock-editor.mjs"], absWorkingDir: root, bundle: true, minify: true, write: false },
    alias: { "@tiptap/y-tiptap": "y-tiptap-published" },
  });
  const page = `<!doctype html><meta charset="utf-8"><title>Text</title><main></main><script src="/editor.js"></script>`;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const pages = /^\/static\/(\d+)$/.exec(pathname)?.[1];
    const isScript = pathname === "/editor.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? outputFiles[0].contents : pages ? staticPage(Number(pages)) : page);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  cleanUps.push(() => new Promise((done) => server.close(done)));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const contextOf = async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(SLOW_MS);
    return context;
  };
  const written = new Set();
  async function write(pages) {
    const context = await contextOf();
    const tab = await context.newPage();
    await tab.goto(addressOf(pages, 0));
    await tab.waitForSelector(EDITABLE);
    await tab.click(EDITABLE);
    await fill(tab, pages);
    const letters = (await tab.textContent(EDITABLE)).length;
    const reader = await contextOf();
    const other = await reader.newPage();
    await other.goto(addressOf(pages, 1));
    // The pasted text is stored once another tab has all of it.
    const isWhole = ([selector, wanted]) => document.querySelector(selector)?.textContent.length >= wanted;
    await other.waitForFunction(isWhole, [EDITABLE, letters]);
    await Promise.all([context.close(), reader.close()]);
  }
  const addressOf = (pages, person) =>
    `${origin}/?url=${encodeURIComponent(peer.match[1])}&name=pages-${pages}&user=${person}`;
  return {
    staticUrl: (pages) => `${origin}/static/${pages}`,
    contextOf,
    async visit(pages, person = 0) {
      if (!written.has(pages)) await write(pages);
      written.add(pages);
      return { context: await contextOf(), url: addressOf(pages, person) };
    },
  };
}
