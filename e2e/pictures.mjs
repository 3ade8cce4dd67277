// npm run pictures -- URL: takes the pictures of docs/writing.md of a server with new demo data, in which it writes.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/people/member/demo-accounts.ts";
import { findBrowser } from "../bin/find-browser.mjs";

const FOLDER = fileURLToPath(new URL("../docs/", import.meta.url));
const REVIEW = "/reviews/REV-1";
const LARGEST = 60_000;
const PAUSE_MS = 1500;
/** Left and right of a picture. */
const MARGIN = 24;

const [base] = process.argv.slice(2);
if (!base) throw new Error("npm run pictures -- URL");
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
const [hers, his] = [await signedIn("facilitator"), await signedIn("member")];
const textOf = (page) => page.getByRole("textbox", { name: "Review text" });
const saved = (page) =>
  page.getByRole("region", { name: "Review status" }).getByText("Saved", { exact: true }).waitFor();
for (const page of [hers, his]) {
  await page.goto(base + REVIEW);
  await textOf(page).and(page.locator("[contenteditable=true]")).waitFor();
  await saved(page);
}

await around("writing-tasks", hers, [hers.getByRole("region", { name: "Tasks" })]);

const line = (page) => textOf(page).getByRole("paragraph").filter({ hasText: "open to everyone" });
await textOf(his).getByRole("button", { name: "Write answer" }).first().click();
await his.keyboard.type("The notes were open to everyone from the first minute.");
await line(hers).filter({ hasText: "minute." }).click();
await hers.waitForTimeout(PAUSE_MS);
await hers.keyboard.press("End");
// The name at a caret is shown while its person writes.
await hers.keyboard.type(" Over");
await around("writing-together", his, [line(his)], { above: 60, below: 40, pauseMs: 300 });
for (const _ of " Over") await hers.keyboard.press("Backspace");

await center(line(his));
await his.keyboard.press("End");
await his.keyboard.press("Enter");
await his.keyboard.type("/");
const menu = his.getByRole("listbox", { name: "Insert" });
await menu.waitFor();
await around("writing-insert", his, [line(his), menu], { isPlaced: true });
await his.keyboard.press("Backspace");
await his.keyboard.press("Backspace");

await hers.keyboard.press("ControlOrMeta+Shift+L");
for (const _ of "minute.") await hers.keyboard.press("Backspace");
await hers.keyboard.type("hour.");
await saved(hers);
const suggestions = hers.getByRole("button", { name: /^\d+ suggestions?$/ });
await suggestions.click();
const card = hers.getByRole("complementary", { name: "Suggestions" }).getByRole("article").first();
await around("writing-suggestions", hers, [line(hers), card], { above: 40, below: 24 });
await suggestions.click();

const thread = hers.getByRole("complementary", { name: "Comments" }).getByRole("article").first();
const passage = textOf(hers)
  .getByRole("paragraph")
  .filter({ has: hers.locator("[data-thread-id]") })
  .first();
await around("writing-comments", hers, [passage, thread]);
await browser.close();

async function signedIn(role) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${base}/signin`);
  await page.getByLabel("Email").fill(DEMO_ACCOUNTS.find((account) => account.role === role)?.email ?? "");
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/signin"));
  return page;
}

async function center(element) {
  await element.evaluate((found) => found.scrollIntoView({ block: "center" }));
}

/** Saves the part of a page around elements. */
async function around(name, page, elements, { above = 16, below = 16, pauseMs = PAUSE_MS, isPlaced = false } = {}) {
  for (const element of elements) await element.waitFor();
  if (!isPlaced) await center(elements[0]);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(pauseMs);
  const boxes = await Promise.all(elements.map((element) => element.boundingBox()));
  const [x, y] = [Math.min(...boxes.map((box) => box.x)) - MARGIN, Math.min(...boxes.map((box) => box.y)) - above];
  const clip = {
    ...{ x, y },
    width: Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) + below - y,
  };
  const png = await page.screenshot({ clip, animations: "disabled" });
  const { size } = await sharp(png)
    .webp({ quality: 82 })
    .toFile(join(FOLDER, `${name}.webp`));
  if (size > LARGEST) throw new Error(`${name} has ${size} bytes, at most ${LARGEST} are allowed`);
  console.log(`${name}.webp  ${Math.round(clip.width)} x ${Math.round(clip.height)}, ${size} bytes`);
}
