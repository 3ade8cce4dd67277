import { axeFindings } from "../fixtures/axe.ts";
import { NOTED_EVENTS, NOTES } from "../fixtures/notes.ts";
import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { ImportPage } from "../pages/import.ts";
import { IncidentPage } from "../pages/incident.ts";
import { awake, tabTo } from "../pages/keyboard.ts";
import { ReviewPage } from "../pages/review.ts";

/** The first control in each of these has the focus while a letter is pressed that opens another page elsewhere. */
const TAKES_LETTERS = [
  "<input>",
  '<input type="search">',
  '<input type="date">',
  "<textarea></textarea>",
  "<select><option>none</option></select>",
  '<div contenteditable="true" tabindex="0"></div>',
  '<div role="textbox" tabindex="0"></div>',
  '<button role="combobox"></button>',
  '<div role="listbox" tabindex="0"></div>',
  '<div role="menu"><button role="menuitem"></button></div>',
  "<div cmdk-root><button></button></div>",
  "<div data-own-keys><button></button></div>",
  '<div data-own-keys><input type="checkbox"></div>',
];

test("the main steps using only the keyboard", async ({ person, open }) => {
  const maya = await person("member");
  const word = uniqueWord();
  const page = await open(null);
  const { keyboard } = page;
  const incident = new IncidentPage(page);
  const imports = new ImportPage(page);
  const review = new ReviewPage(page);

  await test.step("sign in", async () => {
    await page.goto("/signin");
    await expect(page.getByRole("textbox", { name: "Email" })).toBeFocused();
    await keyboard.type(maya.email);
    await keyboard.press("Tab");
    await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
    await keyboard.type(maya.password);
    await keyboard.press("Enter");
    await expect(page).toHaveTitle(/My work/);
  });

  await test.step("N: a new incident", async () => {
    await awake(page);
    await keyboard.press("n");
    await expect(page.getByRole("textbox", { name: "What happened" })).toBeFocused();
    await keyboard.type(`Card payments failing ${word}`);
    await tabTo(page, page.getByRole("radio", { name: "SEV1" }));
    await keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "SEV2" })).toBeChecked();
    await tabTo(page, page.getByRole("textbox", { name: "Start" }));
    await keyboard.type("4 Mar 2025 14:02 UTC");
  });

  await test.step("pasted text is added by a key, and imported even if it isn't added yet", async () => {
    const paste = async (text: string) => {
      await tabTo(page, page.getByRole("button", { name: "Paste text" }));
      await keyboard.press("Enter");
      await expect(page.getByRole("textbox", { name: "Text with times" })).toBeFocused();
      await keyboard.insertText(text);
    };
    await paste("14:00 UTC - not this one");
    await tabTo(page, page.getByRole("button", { name: "Add text" }));
    await keyboard.press("ControlOrMeta+Enter");
    await tabTo(page, page.getByRole("button", { name: "Remove pasted.txt" }));
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/\/incidents\/new$/);
    await paste(NOTES);
    await tabTo(page, page.getByRole("button", { name: "Create and check 1 file" }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.getByRole("button", { name: `Import ${NOTED_EVENTS} event` })).toBeEnabled();
    await expect(imports.file("pasted.txt")).toContainText("Notes");
    await keyboard.press("ControlOrMeta+Enter");
    await expect(page).toHaveURL(/\/incidents\/INC-\d+$/);
  });

  const current = page.getByRole("listitem").and(page.locator("[aria-current]"));

  await test.step("J K P H M: curate the timeline", async () => {
    await expect(incident.row("deploy of payments 4.12 finished")).toBeVisible();
    await keyboard.press("j");
    await expect(current).toContainText("deploy of payments 4.12 finished");
    await keyboard.press("j");
    await keyboard.press("j");
    await expect(current).toContainText("alert fired: payment error rate");
    await keyboard.press("p");
    await expect(current).toContainText("Pinned");
    await keyboard.press("k");
    await expect(current).toContainText("customers started to see failed card payments");
    await keyboard.press("m");
    await expect(page.getByRole("dialog", { name: /^Set milestone for E\d+/ })).toBeVisible();
    await keyboard.type("impact");
    await keyboard.press("Enter");
    await expect(current).toContainText("Impact started");
    await expect(page.getByRole("status").filter({ hasText: /^Impact started set to E\d+/ })).toBeVisible();
    for (const _ of [1, 2, 3]) await keyboard.press("j");
    await expect(current).toContainText("heartbeat of the queue worker");
    const noise = incident.row("heartbeat of the queue worker");
    await keyboard.press("h");
    await expect(noise).toBeHidden();
    await keyboard.press("ControlOrMeta+z");
    await expect(noise).toBeVisible();
    await keyboard.press("k");
    await expect(current).toContainText("heartbeat of the queue worker");
    await keyboard.press("h");
    await expect(noise).toBeHidden();
  });

  await test.step("R: generate the review", async () => {
    await keyboard.press("r");
    const dialog = page.getByRole("dialog", { name: "Generate the review" });
    await tabTo(page, dialog.getByRole("button", { name: "Generate draft" }));
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/\/reviews\/REV-\d+$/);
    await review.ready();
  });

  await test.step("write with / and @", async () => {
    await tabTo(page, page.getByRole("button", { name: /, empty$/ }).first());
    await keyboard.press("Enter");
    await expect(review.text).toBeFocused();
    await keyboard.type("/quote");
    const insert = page.getByRole("listbox", { name: "Insert" });
    await expect(insert.getByRole("option", { name: /Quote/ })).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
    await keyboard.type(`The payments were gone ${word}, see @alert`);
    const cite = page.getByRole("listbox", { name: "Cite or mention" });
    await expect(cite.getByRole("option", { name: /alert fired/ }).first()).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
    await expect(review.text.getByRole("blockquote")).toContainText(`The payments were gone ${word}, see`);
    await expect(review.text.getByRole("blockquote").getByRole("link", { name: /^Evidence E\d+/ })).toBeVisible();
    await expect(review.saveState).toHaveText("Saved");
  });

  await test.step("a comment on the selection", async () => {
    await keyboard.press("Shift+Home");
    await keyboard.press("ControlOrMeta+Shift+M");
    await expect(page.getByRole("textbox", { name: "Comment" })).toBeFocused();
    await keyboard.type(`Who saw it? ${word}`);
    await keyboard.press("ControlOrMeta+Enter");
    await expect(review.comments.getByRole("article")).toContainText(`Who saw it? ${word}`);
    await expect(review.text).toBeFocused();
  });

  await test.step("F8 goes to the comment and Escape back, also to its sheet on a phone", async () => {
    await keyboard.press("F8");
    await expect(review.comments.getByRole("article")).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: "Comment 1 of 1" })).toBeAttached();
    await keyboard.press("Escape");
    await expect(review.text).toBeFocused();
    const size = page.viewportSize() ?? { width: 1440, height: 900 };
    await page.setViewportSize({ width: 390, height: 844 });
    const sheet = page.getByRole("dialog", { name: "Comment" });
    await expect(sheet).toContainText(`Who saw it? ${word}`);
    await expect(sheet).toBeFocused();
    expect(await axeFindings(page)).toEqual([]);
    await keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(review.text).toBeFocused();
    await keyboard.press("Shift+F8");
    await expect(sheet).toBeFocused();
    await keyboard.press("Escape");
    await page.setViewportSize(size);
  });

  await test.step("Ctrl . shows only the text, and Escape shows the rest again", async () => {
    const sections = page.getByRole("navigation", { name: "Sections" });
    await review.text.focus();
    await keyboard.press("ControlOrMeta+.");
    await expect(sections).toBeHidden();
    await expect(review.bar).toBeHidden();
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(review.text).toBeFocused();
    await keyboard.press("Escape");
    await expect(sections).toBeVisible();
    await expect(review.text).toBeFocused();
  });

  await test.step("the card of a cited event opens on focus, and Escape closes it", async () => {
    // One press: the caret is behind it.
    await keyboard.press("Shift+Tab");
    await expect(review.text.getByRole("blockquote").getByRole("link", { name: /^Evidence E\d+/ })).toBeFocused();
    const card = page.getByRole("tooltip");
    await expect(card).toContainText("alert fired");
    await expect(card).toContainText(/\d\d:\d\d UTC/);
    await keyboard.press("Escape");
    await expect(card).toBeHidden();
  });

  await test.step("A: an action item, outside the text", async () => {
    await tabTo(page, review.text.getByRole("button", { name: "Write answer" }).first());
    await keyboard.press("a");
    const form = page.getByRole("dialog", { name: "Propose action" });
    await expect(form.getByRole("textbox", { name: "Title" })).toBeFocused();
    await keyboard.type(`Ask the people at the desk ${word}`);
    await keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: /ACT-\d+ proposed/ })).toBeVisible();
    await expect(form).toBeHidden();
  });

  const next = review.bar.getByRole("button", { name: "Send to review" });
  const gates = page.getByRole("dialog", { name: "Gates before In review" });
  /** Goes to the next step, which opens the gates, and follows one of them. */
  const follow = async (gate: RegExp) => {
    await keyboard.press("F6");
    await expect(next).toBeFocused();
    await keyboard.press("Enter");
    await expect(gates).toBeVisible();
    await tabTo(page, gates.getByRole("link", { name: gate }));
    await keyboard.press("Enter");
  };

  await test.step("F6: the next step and back", async () => {
    const before = review.text.getByRole("button", { name: "Write answer" }).first();
    await expect(before).toBeFocused();
    await keyboard.press("F6");
    await expect(next).toBeFocused();
    await keyboard.press("F6");
    await expect(before).toBeFocused();
  });

  await test.step("the gates lead to the impact, a factor and the drafts", async () => {
    await follow(/^Describe the impact/);
    await expect(page.getByRole("textbox", { name: "Impact", exact: true })).toBeFocused();
    await keyboard.type("One card payment in four failed.");
    await keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByRole("button", { name: "Edit the impact" })).toContainText(
      "One card payment in four failed.",
    );
    await keyboard.press("r");
    await review.ready();
    await follow(/^Add a contributing factor/);
    await expect(review.text).toBeFocused();
    await keyboard.type("/contributing");
    await expect(page.getByRole("option", { name: /^Contributing factor\b/ })).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
    const statement = page.getByRole("combobox", { name: "Statement" });
    await expect(statement).toBeFocused();
    await keyboard.type(`The pool was too small ${word}`);
    await keyboard.press("ControlOrMeta+Enter");
    await expect(review.factors).toContainText(`The pool was too small ${word}`);
    await expect(review.text).toBeFocused();
    await follow(/^Edit or accept the drafts/);
    await expect(review.text).toBeFocused();
    await tabTo(page, page.getByRole("button", { name: "Accept all generated" }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(review.text.getByRole("button", { name: "Accept", exact: true })).toHaveCount(0);
    await expect(review.saveState).toHaveText("Saved");
  });

  await test.step("the review is sent to review", async () => {
    await expect(review.bar.getByRole("button", { name: "All gates met" })).toBeVisible();
    await keyboard.press("F6");
    await expect(next).toBeFocused();
    await keyboard.press("Enter");
    await expect(review.state).toHaveText("In review");
  });

  await test.step("letters are typed into controls that take letters", async () => {
    const { pathname } = new URL(page.url());
    for (const html of TAKES_LETTERS) {
      await page.evaluate((markup) => {
        document.querySelector("#letters")?.remove();
        const box = document.createElement("div");
        box.id = "letters";
        box.innerHTML = markup;
        document.body.append(box);
        box.querySelector<HTMLElement>("input, textarea, select, button, [tabindex]")?.focus();
      }, html);
      await keyboard.press("n");
    }
    await page.evaluate(() => document.querySelector("#letters")?.remove());
    await expect(page).toHaveURL((url) => url.pathname === pathname);
  });

  await test.step("?: the list of shortcuts", async () => {
    await keyboard.press("?");
    const map = page.getByRole("dialog", { name: "Keyboard" });
    await expect(map).toContainText("Comment on the selection");
    await expect(map).toContainText("New action");
    await keyboard.press("Escape");
    await expect(map).toBeHidden();
    await keyboard.press("g");
    await keyboard.press("a");
    await expect(page.getByRole("heading", { level: 1, name: "Actions" })).toBeVisible();
    await keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Find actions" })).toBeFocused();
    await keyboard.type(word);
    await expect(page.getByRole("row").filter({ hasText: `Ask the people at the desk ${word}` })).toBeVisible();
  });

  await test.step("Space opens a row next to the list, Tab continues in it, Esc gives the row back, Enter opens its page", async () => {
    const row = page.getByRole("link", { name: `Ask the people at the desk ${word}` });
    await tabTo(page, row);
    await keyboard.press("j");
    await expect(row).toBeFocused();
    await keyboard.press("Space");
    const panel = page.getByRole("complementary", { name: /^ACT-\d+$/ });
    await expect(panel).toBeFocused();
    await keyboard.press("Tab");
    await expect(panel.getByRole("link", { name: "Open the full page" })).toBeFocused();
    await keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(row).toBeFocused();
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/\/actions\/ACT-\d+$/);
  });
});
