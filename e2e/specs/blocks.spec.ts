import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { axeFindings } from "../fixtures/axe.ts";
import type { Person } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { twoWriters } from "../fixtures/two-writers.ts";

interface GivenFile {
  name: string;
  type: string;
  base64: string;
}

const shot = async (colour: string): Promise<GivenFile> => {
  const create = { width: 1200, height: 600, channels: 3, background: colour } as const;
  const bytes = await sharp({ create }).png().toBuffer();
  return { name: `${colour}.png`, type: "image/png", base64: bytes.toString("base64") };
};

/** Gives files to the text as a browser does after Ctrl V, or after a drop. */
const give = (text: Locator, kind: "paste" | "drop", given: GivenFile[], html?: string) =>
  text.evaluate(
    (element, { how, files, markup }) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of files)
        data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
      if (markup !== undefined) data.setData("text/html", markup);
      const line = element.querySelector("p") ?? element;
      const { left, top } = line.getBoundingClientRect();
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        how === "paste"
          ? new ClipboardEvent("paste", { ...options, clipboardData: data })
          : new DragEvent("drop", { ...options, dataTransfer: data, clientX: left + 4, clientY: top + 4 }),
      );
    },
    { how: kind, files: given, markup: html },
  );

/** Waits until a picture has loaded, which a broken one never does. */
const loaded = (picture: Locator) =>
  expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0)))
    .toBeGreaterThan(0);

async function settle({ api }: Person, key: string): Promise<void> {
  for (const to of ["in_review", "reviewed"] as const) {
    for (const { code, ok } of (await api.review.gates({ key })).gates)
      if (!ok) await api.review.waive({ key, gate: code, reason: "Talked through" });
    await api.review.transition({ key, version: (await api.review.get({ key })).version, to });
  }
}

/** Looks at the page in both themes, at its width and on a phone. */
async function expectClean(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    expect(await axeFindings(page, colorScheme === "light" ? "all" : "colours")).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

test("pictures: pasted, described, resized and captioned by two people, kept by versions and shown to readers", async ({
  person,
  open,
}) => {
  const { reviewKey, hers, his, writer, other, maya } = await twoWriters(person, open);
  const picture = writer.text.locator("figure").first();
  // From here on dialogs for files are caught: the first listener takes a moment.
  hers.on("filechooser", () => undefined);

  await test.step("a screenshot is pasted while a colleague types, and both see it", async () => {
    await hers.keyboard.type("What the screen showed:");
    await give(writer.text, "paste", [await shot("red")]);
    await other.text.getByText("What the screen showed").click();
    await his.keyboard.type("Seen ");
    await loaded(picture.locator("img"));
    await loaded(other.text.locator("figure img"));
    await expect(writer.text).toContainText("Seen ");
    await expect(writer.saveState).toHaveText("Saved");
  });

  await test.step("its description is asked for once, and reaches the colleague", async () => {
    await picture.getByRole("button", { name: "Describe it" }).click();
    await picture.getByRole("textbox", { name: /^Description/ }).fill("A red screen");
    await hers.keyboard.press("Enter");
    await expect(other.text.getByRole("img", { name: "A red screen" })).toBeVisible();
    await expect(other.text.getByRole("button", { name: "Describe it" })).toHaveCount(0);
  });

  await test.step("it is resized by keys and by dragging, as a share of the column", async () => {
    const width = picture.getByRole("slider", { name: "Width of the picture" });
    await width.press("ArrowLeft");
    await width.press("ArrowLeft");
    await expect(width).toHaveAttribute("aria-valuenow", "90");
    const figure = await picture.boundingBox();
    await width.hover();
    await hers.mouse.down();
    await hers.mouse.move((figure?.x ?? 0) + (figure?.width ?? 0) / 2, (figure?.y ?? 0) + 40, { steps: 4 });
    await hers.mouse.up();
    await expect(width).toHaveAttribute("aria-valuenow", "50");
    await expect(other.text.getByRole("slider")).toHaveAttribute("aria-valuenow", "50");
  });

  await test.step("its caption is text that a colleague can write in, and Enter leaves it", async () => {
    await picture.locator("img").click();
    await hers.keyboard.type("At 14:05");
    await expect(other.text.locator("figcaption")).toHaveText("At 14:05");
    await hers.keyboard.press("Enter");
    await hers.keyboard.type("The line below.");
    await expect(writer.text.locator("p", { hasText: /^The line below\.$/ })).toBeVisible();
    await expect(picture.locator("figcaption")).toHaveText("At 14:05");
  });

  await test.step("a failed one stays with its reason, and can be tried again", async () => {
    await hers.route("**/pictures", (route) => route.abort(), { times: 1 });
    await give(writer.text, "paste", [await shot("blue")]);
    const card = writer.text.getByRole("group", { name: "Picture blue.png" });
    await expect(card).toContainText("No response from the server.");
    await expect(other.text.getByRole("group", { name: "Picture blue.png" })).toHaveCount(0);
    await card.getByRole("button", { name: "Try again" }).click();
    await expect(card).toHaveCount(0);
    await expect(other.text.locator("figure")).toHaveCount(2);
    await writer.text.locator("figure").nth(1).getByRole("button", { name: "Mark as decorative" }).click();
  });

  await test.step("a drawing with scripts, an empty file and pictures of other sites stay out", async () => {
    const file = (name: string, type: string, words: string) => ({ name, type, base64: btoa(words) });
    await give(writer.text, "drop", [file("a.svg", "image/svg+xml", "<svg/>"), file("b.png", "image/png", "")]);
    await expect(hers.getByRole("alert").filter({ hasText: "a.svg is an SVG file" })).toBeVisible();
    await expect(hers.getByRole("alert").filter({ hasText: "b.png is empty" })).toBeVisible();
    await give(writer.text, "paste", [file("c.png", "image/png", "not a picture")]);
    const card = writer.text.getByRole("group", { name: "Picture c.png" });
    await expect(card).toContainText("This isn't a picture.");
    await card.getByRole("button", { name: "Remove" }).click();
    await give(writer.text, "paste", [], '<p>from a page</p><img src="https://example.com/a.png" width="40">');
    const leftOut = hers.getByRole("alert").filter({ hasText: "1 picture left out, because it is on another site" });
    await expect(leftOut.getByRole("button", { name: "Add it" })).toBeVisible();
    await expect(writer.text).toContainText("from a page");
    await expect(writer.text.locator("figure")).toHaveCount(2);
  });

  await test.step("a file is dropped, and one is chosen from the menu", async () => {
    await give(writer.text, "drop", [await shot("green")]);
    await expect(other.text.locator("figure")).toHaveCount(3);
    await writer.text.getByText("from a page").click();
    await hers.keyboard.press("End");
    await hers.keyboard.press("Enter");
    await hers.keyboard.type("/pict");
    const chooser = hers.waitForEvent("filechooser");
    await hers.keyboard.press("Enter");
    const { name, type, base64 } = await shot("yellow");
    await (await chooser).setFiles({ name, mimeType: type, buffer: Buffer.from(base64, "base64") });
    await expect(other.text.locator("figure")).toHaveCount(4);
    await expect(writer.saveState).toHaveText("Saved");
  });

  await test.step("wide and narrow, light and dark, it is usable", async () => {
    await expectClean(hers);
    await expectClean(his);
  });

  await test.step("an export and the list of versions have it", async () => {
    const markdown = await (await hers.request.get(`/api/v1/reviews/${reviewKey}/export?format=markdown`)).text();
    expect(markdown).toMatch(/!\[A red screen\]\(\/api\/[^)]+\/pictures\/[0-9a-f-]+\)\n\nAt 14:05/);
    const { number } = await maya.api.version.create({ key: reviewKey, name: "With pictures" });
    await hers.goto(`/reviews/${reviewKey}/versions?from=1&to=${number}`);
    await loaded(
      hers
        .getByRole("article", { name: /Picture/ })
        .first()
        .locator("img"),
    );
  });

  await test.step("readers of the published review see it, and no one without access does", async () => {
    const [tove, vera] = [await person("tpm"), await person("viewer")];
    await settle(tove, reviewKey);
    await hers.goto(`/reviews/${reviewKey}`);
    await writer.bar.getByRole("button", { name: "Publish" }).click();
    await hers
      .getByRole("dialog", { name: /^Publish REV-/ })
      .getByRole("button", { name: "Publish review" })
      .click();
    const reading = await open(vera);
    await reading.goto(`/reviews/${reviewKey}`);
    const shown = reading.getByRole("img", { name: "A red screen" });
    await loaded(shown);
    await expect(reading.getByText("At 14:05", { exact: true })).toBeVisible();
    await expectClean(reading);
    const address = await shown.evaluate((image: HTMLImageElement) => image.currentSrc);
    const visitor = await open(null);
    expect((await visitor.request.get(address)).status()).toBe(401);
  });
});

test("tables, code and collapsibles: changed by two people, by keys and on a phone", async ({ person, open }) => {
  const { maya, reviewKey, hers, his, writer, other } = await twoWriters(person, open);
  const insert = async (words: string) => {
    await hers.keyboard.type(`/${words}`);
    await expect(
      hers.getByRole("listbox", { name: "Insert" }).or(hers.getByRole("menu", { name: "Insert" })),
    ).toBeVisible();
    await hers.keyboard.press("Enter");
  };
  const cell = (words: string) => writer.text.getByRole("cell", { name: words, exact: true });
  const headers = other.text.getByRole("table").filter({ hasText: "310 G" }).getByRole("columnheader");

  await test.step("a table is filled, widened and rearranged by keys", async () => {
    await insert("table");
    for (const words of ["Host", "Size", "Note", "db1", "310 G"]) {
      await hers.keyboard.type(words);
      await hers.keyboard.press("Tab");
    }
    await cell("db1").click();
    await hers.keyboard.press("Alt+Shift+ArrowRight");
    await expect(other.text.getByRole("columnheader").first()).toHaveText("Size");
    await hers.keyboard.press("Alt+F10");
    await hers.getByRole("menuitem", { name: "Wider column" }).press("Enter");
    await expect(other.text.getByRole("columnheader", { name: "Host" })).toHaveAttribute("colwidth", /^\d+$/);
    await expect(writer.text).toBeFocused();
    await hers.keyboard.press("Alt+F10");
    await hers.getByRole("menuitem", { name: "Header row on or off" }).press("Enter");
    await expect(headers).toHaveCount(0);
    await expect(writer.text).toBeFocused();
    await hers.keyboard.press("Alt+F10");
    await hers.getByRole("menuitem", { name: "Header row on or off" }).press("Enter");
    await expect(headers).toHaveCount(3);
  });

  await test.step("a column is resized with the pointer", async () => {
    const head = writer.text.getByRole("columnheader", { name: "Size" });
    const box = await head.boundingBox();
    if (!box) throw new Error("the header isn't drawn");
    await hers.mouse.move(box.x + box.width - 1, box.y + 10);
    await hers.mouse.down();
    await hers.mouse.move(box.x + box.width + 60, box.y + 10, { steps: 5 });
    await hers.mouse.up();
    await expect(other.text.getByRole("columnheader", { name: "Size" })).toHaveAttribute("colwidth", /^\d+$/);
    expect(await his.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });

  await test.step("on a phone, a paragraph is written with a mention, a block and a comment", async () => {
    await other.text.getByRole("button", { name: "Write answer" }).first().tap();
    await expect(other.text).toBeFocused();
    await his.keyboard.type(`The pool was empty, says @${maya.name.split(" ")[1]}`);
    await his.getByRole("option", { name: maya.name }).tap();
    await his.keyboard.type(" at once.");
    await his.keyboard.press("Enter");
    await his.keyboard.type("/quote");
    await his.getByRole("option", { name: /Quote/ }).tap();
    await his.keyboard.type("It said full");
    const quote = writer.text.getByRole("blockquote").filter({ hasText: "It said full" });
    await expect(quote).toBeVisible();
    await expect(writer.text.getByRole("paragraph").filter({ hasText: "The pool was empty" })).toContainText(
      `says @${maya.name}  at once.`,
    );
    // A finger drags the handles of a selection, which only the system draws.
    await his.keyboard.press("Shift+Home");
    await his.getByRole("button", { name: "Comment", exact: true }).tap();
    await his.getByRole("textbox", { name: "Comment" }).fill("Who saw it?");
    await his.getByRole("dialog", { name: "Comment" }).getByRole("button", { name: "Comment" }).tap();
    await expect(his.getByRole("button", { name: "1 comment" })).toBeVisible();
    await expect(writer.comments.getByRole("article")).toContainText("Who saw it?");
    expect(await his.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });

  await test.step("code has a language, is coloured and can be copied", async () => {
    await cell("310 G").click();
    await hers.keyboard.press("Escape");
    await insert("code");
    await hers.keyboard.type('SELECT 1 FROM "jobs" -- all');
    await writer.text.getByRole("combobox", { name: "Language of the code" }).selectOption("SQL");
    await expect(other.text.locator("pre span", { hasText: /^SELECT$/ })).toBeVisible();
    await hers.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await writer.text.getByRole("button", { name: "Copy code" }).click();
    expect(await hers.evaluate(() => navigator.clipboard.readText())).toBe('SELECT 1 FROM "jobs" -- all');
  });

  await test.step("a collapsible folds for one person only, and shows what is found in it", async () => {
    await writer.text.locator("pre").click();
    await hers.keyboard.press("ControlOrMeta+Enter");
    await insert("collapsible");
    await hers.keyboard.type("All the logs");
    await hers.keyboard.press("Enter");
    await hers.keyboard.type("kingfisher at 14:05");
    await expect(other.text.getByText("kingfisher at 14:05")).toBeVisible();
    const toggle = writer.text.getByRole("button", { name: "Collapse" });
    await toggle.click();
    await expect(writer.text.getByText("kingfisher at 14:05")).toBeHidden();
    await expect(other.text.getByText("kingfisher at 14:05")).toBeVisible();
    await hers.emulateMedia({ media: "print" });
    await expect(writer.text.getByText("kingfisher at 14:05")).toBeVisible();
    await hers.emulateMedia({ media: "screen" });
    await hers.getByRole("button", { name: "Find and replace" }).first().click();
    const find = hers.getByRole("search", { name: "Find in the text" }).getByRole("textbox", { name: "Find" });
    await find.fill("kingfisher");
    await find.press("Enter");
    await expect(writer.text.getByText("kingfisher at 14:05")).toBeVisible();
    await hers.keyboard.press("Escape");
    await expect(writer.saveState).toHaveText("Saved");
  });

  await test.step("a link card shows its host, and a title that people write", async () => {
    await writer.text.locator("pre").click();
    await hers.keyboard.press("ControlOrMeta+Enter");
    await hers.keyboard.type("/link");
    await expect(hers.getByRole("option", { name: /^Link card/ })).toBeVisible();
    await hers.keyboard.press("Enter");
    const form = hers.getByRole("dialog", { name: "Add a link card" });
    await form.getByRole("textbox", { name: "Address" }).fill("runbook");
    await hers.keyboard.press("Enter");
    await expect(form.getByText(/^Enter an address/)).toBeVisible();
    await form.getByRole("textbox", { name: "Address" }).fill("wiki.invalid/runbook");
    await hers.keyboard.press("Enter");
    await expect(form).toBeHidden();
    await expect(writer.text.getByRole("link", { name: "wiki.invalid, opens in a new tab" })).toBeVisible();
    await expect(writer.text).toBeFocused();
    await hers.keyboard.press("ArrowUp");
    await hers.keyboard.type("The runbook");
    await expect(other.text.getByText("The runbook")).toBeVisible();
    await hers.keyboard.press("Enter");
    await hers.keyboard.type("Below the card");
    await expect(other.text.locator("p", { hasText: "Below the card" })).toBeVisible();
    await expect(writer.saveState).toHaveText("Saved");
  });

  await test.step("a live block shows to both what one person chose, and one undo restores it", async () => {
    const menu = writer.text.getByRole("button", { name: "Choose what “Timeline” shows" });
    const note = other.text.getByText("No pinned events.");
    await menu.press("Enter");
    await hers.getByRole("button", { name: "Pinned only" }).press("Enter");
    await expect(note).toBeVisible();
    await hers.keyboard.press("Escape");
    await expect(menu).toBeFocused();
    await writer.text.locator("pre").click();
    await hers.keyboard.press("ControlOrMeta+z");
    await expect(note).toBeHidden();
    await expect(writer.saveState).toHaveText("Saved");
  });

  await test.step("wide and narrow, light and dark, all of it is usable", async () => {
    await expectClean(hers);
    await expectClean(his);
  });

  await test.step("an export keeps structure and language, and readers see it", async () => {
    const markdown = await (await hers.request.get(`/api/v1/reviews/${reviewKey}/export?format=markdown`)).text();
    expect(markdown).toContain("| Size");
    expect(markdown).toContain('```sql\nSELECT 1 FROM "jobs" -- all\n```');
    expect(markdown).toContain("[The runbook](https://wiki.invalid/runbook)");
    expect(markdown).toContain("<details>\n<summary>All the logs</summary>\n\nkingfisher at 14:05\n\n</details>");
    const [tove, vera] = [await person("tpm"), await person("viewer")];
    await settle(tove, reviewKey);
    await hers.goto(`/reviews/${reviewKey}`);
    await writer.bar.getByRole("button", { name: "Publish" }).click();
    await hers
      .getByRole("dialog", { name: /^Publish REV-/ })
      .getByRole("button", { name: "Publish review" })
      .click();
    const reading = await open(vera);
    await reading.goto(`/reviews/${reviewKey}`);
    await expect(reading.locator("pre span", { hasText: /^SELECT$/ })).toBeVisible();
    const card = reading.getByRole("link", { name: /^The runbook\s*wiki.invalid/ });
    await expect(card).toHaveAttribute("href", "https://wiki.invalid/runbook");
    await expect(reading.getByText("kingfisher at 14:05")).toBeHidden();
    await reading.getByText("All the logs").click();
    await expect(reading.getByText("kingfisher at 14:05")).toBeVisible();
    await expect(reading.getByRole("columnheader", { name: "Host" })).toBeVisible();
    await expectClean(reading);
  });
});
