// npm run pixels -- [--plain] BEFORE AFTER FOLDER [path …]: takes pictures of two running servers, and shows where they
// differ. With --plain, every text outside the editor is the same word, so only styles and structure are compared.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/people/member/demo-accounts.ts";
import { findBrowser } from "../bin/find-browser.mjs";

const MAIN_SCREENS = [
  "/",
  "/incidents",
  "/incidents/INC-1",
  "/incidents/INC-1/impact",
  "/incidents/INC-1/import",
  "/reviews/REV-1",
  "/reviews",
  "/actions",
  "/strategy",
  "/settings/people",
];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
/** Both servers are shown at this time, so what counts from now is the same. */
const NOW = new Date();
/** A page is complete once it looks the same twice, so long after each other. Some parts load late. */
const PAUSE_MS = 2500;
const LONGEST_MS = 30_000;
/** A difference of less than this, out of 255, is the browser's rounding. */
const SEEN = 12;

const isPlain = process.argv.includes("--plain");
const [before, after, folder, ...paths] = process.argv.slice(2).filter((one) => one !== "--plain");
if (!folder) throw new Error("npm run pixels -- [--plain] BEFORE AFTER FOLDER [path …]");
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
let compared = 0;
let different = 0;
for (const viewport of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    const pages = await Promise.all([before, after].map((base) => signedIn(base, { viewport, colorScheme })));
    for (const path of paths.length > 0 ? paths : MAIN_SCREENS) {
      const name = `${path.replace(/\W+/g, "-")}-${viewport.width}-${colorScheme}`;
      const pictures = [];
      for (const [index, page] of pages.entries()) pictures.push(await picture(page, [before, after][index] + path));
      const { pixels, at } = await difference(pictures, join(folder, `${name}.png`));
      compared += 1;
      different += pixels > 0 ? 1 : 0;
      console.log(pixels === 0 ? `same       ${name}` : `different  ${name}: ${pixels} pixels, from ${at}`);
    }
    for (const page of pages) await page.context().close();
  }
}
await browser.close();
console.log(`${compared} screens compared, ${different} different.`);
process.exitCode = different === 0 ? 0 : 1;

async function signedIn(base, options) {
  const context = await browser.newContext({ ...options, reducedMotion: "reduce", timezoneId: "Europe/Dublin" });
  await context.clock.setFixedTime(NOW);
  const page = await context.newPage();
  await page.goto(`${base}/signin`);
  await page.getByLabel("Email").fill(process.env.AFTERWORD_PIXELS_EMAIL ?? DEMO_ACCOUNTS[0].email);
  await page.getByLabel("Password").first().fill(DEMO_PASSWORD);
  await page
    .getByRole("button", { name: /sign in/i })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith("/signin"));
  return page;
}

async function picture(page, url) {
  await page.goto(url, { waitUntil: "load" });
  await page.mouse.move(0, 0);
  let last = null;
  for (const end = Date.now() + LONGEST_MS; ; ) {
    await page.waitForTimeout(PAUSE_MS);
    if (isPlain) await page.evaluate(makePlain);
    const now = await page.screenshot({ fullPage: true, caret: "hide", animations: "disabled" });
    if (last?.equals(now) || Date.now() > end) return now;
    last = now;
  }
}

/** Runs in the page. The editor would take a changed text for typing. */
function makePlain() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (nodeValue.trim() === "" || parentElement.closest("script, style, [contenteditable=true]")) continue;
    if (nodeValue !== "Text") texts.currentNode.nodeValue = "Text";
  }
  for (const field of document.querySelectorAll("[placeholder]")) field.placeholder = "Text";
}

/**
 * Returns how many pixels differ and where the first one is. Writes before, after and the difference next to each
 * other.
 */
async function difference(pictures, file) {
  const sizes = await Promise.all(pictures.map((one) => sharp(one).metadata()));
  const width = Math.max(...sizes.map((one) => one.width));
  const height = Math.max(...sizes.map((one) => one.height));
  const [one, two] = await Promise.all(
    pictures.map((png) =>
      sharp(png)
        .flatten({ background: "#f0f" })
        .resize({ width, height, fit: "contain", position: "left top", background: "#f0f" })
        .removeAlpha()
        .raw()
        .toBuffer(),
    ),
  );
  const marked = Buffer.alloc(one.length, 255);
  let pixels = 0;
  let first = "";
  for (let i = 0; i < one.length; i += 3) {
    const gap = Math.max(
      Math.abs(one[i] - two[i]),
      Math.abs(one[i + 1] - two[i + 1]),
      Math.abs(one[i + 2] - two[i + 2]),
    );
    if (gap < SEEN) continue;
    if (pixels === 0) first = `${(i / 3) % width}, ${Math.floor(i / 3 / width)}`;
    pixels += 1;
    marked[i + 1] = 0;
    marked[i + 2] = 0;
  }
  if (pixels > 0) {
    const raw = { raw: { width, height, channels: 3 } };
    await sharp({ create: { width: width * 3, height, channels: 3, background: "#fff" } })
      .composite([
        { input: await sharp(one, raw).png().toBuffer(), left: 0, top: 0 },
        { input: await sharp(two, raw).png().toBuffer(), left: width, top: 0 },
        { input: await sharp(marked, raw).png().toBuffer(), left: width * 2, top: 0 },
      ])
      .png()
      .toFile(file);
  }
  return { pixels, at: first };
}
