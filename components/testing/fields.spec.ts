import { expect } from "@playwright/test";
import { test, told } from "./gallery.ts";

test("a field connects its label, hint and error to the input inside", async ({ page, mount }) => {
  await mount("Field");
  const input = page.getByRole("textbox", { name: "Title" });
  await expect(input).toHaveAccessibleDescription("At most 80 characters");
  await expect(input).not.toHaveAttribute("aria-invalid");
  await expect(page.getByText("optional")).toBeVisible();
  await input.fill("?");
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await expect(input).toHaveAccessibleDescription("Enter a title At most 80 characters");
  await expect(page.getByText("Enter a title")).toBeVisible();
});

test("text pasted into a field becomes one line, and can be undone", async ({ page, mount }) => {
  await mount("Field");
  const input = page.getByRole("textbox", { name: "Title" });
  await input.fill("Checkout: ");
  await input.evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.focus();
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, "5\txx \u202egpj.exe\nagain");
  await expect(input).toHaveValue("Checkout: 5 xx gpj.exe again");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(input).toHaveValue("Checkout: ");
});

test("a paste that is longer than its field says that its end is missing, until there is room", async ({
  page,
  mount,
}) => {
  await mount("Field");
  const input = page.getByRole("textbox", { name: "Title" });
  await input.evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.focus();
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, "line\n".repeat(2000));
  await expect(input).toHaveValue("line ".repeat(16));
  const note = page.getByText("The end of the paste is missing: this field takes up to 80 characters.");
  await expect(note).toBeVisible();
  await page.keyboard.press("Backspace");
  await expect(note).toBeHidden();
});

test("a date field reads words, shows the day that they mean, and reports it on leaving", async ({ page, mount }) => {
  await mount("DateField");
  const input = page.getByRole("textbox", { name: "Due" });
  await expect(input).toHaveValue("Fri 27 Nov");
  await input.fill("next fri");
  await expect(page.getByRole("status").filter({ hasText: /^Fri 4 Dec$/ })).toBeVisible();
  await expect(input).toHaveAccessibleDescription(/A day, in words or figures$/);
  await expect(told(page)).toBeEmpty();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Next" })).toBeFocused();
  await expect(input).toHaveValue("Fri 4 Dec");
  await expect(told(page)).toHaveText('"2026-12-04"');
  await input.fill("");
  await input.press("Enter");
  await expect(told(page)).toHaveText('"2026-12-04" null');
});

test("a date field shows an error only on leaving, and Escape restores the day", async ({ page, mount }) => {
  await mount("DateField");
  const input = page.getByRole("textbox", { name: "Due" });
  await input.fill("when it is done");
  await expect(input).not.toHaveAttribute("aria-invalid");
  await input.press("Enter");
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await expect(told(page)).toBeEmpty();
  await input.press("Escape");
  await expect(input).toHaveValue("Fri 27 Nov");
  await expect(input).not.toHaveAttribute("aria-invalid");
  await page.getByRole("button", { name: "Next" }).focus();
  await expect(told(page)).toBeEmpty();
});

test("a dialog with typed text warns before Esc discards it, and a click outside leaves it open", async ({
  page,
  mount,
}) => {
  await mount("DayDialog");
  const { keyboard } = page;
  const warning = page.getByText("Press Esc again to discard your changes");
  const input = page.getByRole("textbox", { name: "Due" });
  await expect(input).toBeVisible();
  await keyboard.press("Escape");
  await expect(told(page)).toHaveText('"closed"');
  await input.focus();
  await keyboard.type("x");
  await page.mouse.click(5, 5);
  await keyboard.press("Escape");
  await expect(warning).toBeVisible();
  await input.focus();
  await keyboard.type("y");
  await expect(warning).toHaveCount(0);
  await keyboard.press("Escape");
  await expect(told(page)).toHaveText('"closed"');
  await keyboard.press("Escape");
  await expect(told(page)).toHaveText('"closed" "closed"');
});

test("a dialog without a form guards a text of several lines, and no filter", async ({ page, mount }) => {
  await mount("NoteDialog");
  await page.getByRole("textbox", { name: "Filter" }).fill("x");
  await page.keyboard.press("Escape");
  await expect(told(page)).toHaveText('"closed"');
  await page.getByRole("textbox", { name: "Note" }).fill("Seen");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Press Esc again to discard your changes")).toBeVisible();
  await expect(told(page)).toHaveText('"closed"');
  await page.keyboard.press("Escape");
  await expect(told(page)).toHaveText('"closed" "closed"');
});

test("a form sends the day that was typed last, by any key, and waits for one that can't be read", async ({
  page,
  mount,
}) => {
  await mount("DayDialog");
  const input = page.getByRole("textbox", { name: "Due" });
  const told = page.getByLabel("Told", { exact: true });
  await input.fill("next fri");
  await input.press("ControlOrMeta+Enter");
  await expect(told).toHaveText('"2026-12-04"');
  await input.fill("when it is done");
  await input.press("ControlOrMeta+Enter");
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await expect(input).toBeFocused();
  await input.fill("whenever");
  await page.getByRole("button", { name: "Save" }).press("Enter");
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await expect(input).toBeFocused();
  await expect(told).toHaveText('"2026-12-04"');
  await input.fill("17 dec");
  await input.press("Enter");
  await expect(told).toHaveText('"2026-12-04" "2026-12-17"');
});

test("a button stays under the pointer while the error of a day comes or goes", async ({ page, mount }) => {
  await mount("DayDialog");
  const input = page.getByRole("textbox", { name: "Due" });
  const save = page.getByRole("button", { name: "Save" });
  const topOf = async () => (await save.boundingBox())?.y;
  const pressSave = async () => {
    await save.hover();
    const top = await topOf();
    await page.mouse.down();
    await expect(input).not.toBeFocused();
    expect(await topOf()).toBe(top);
    await page.mouse.up();
  };
  await input.fill("whenever");
  await pressSave();
  await expect(input).toHaveAccessibleDescription(/^Enter a day, such as/);
  await expect(input).toBeFocused();
  await input.fill("next fri");
  await pressSave();
  await expect(page.getByLabel("Told", { exact: true })).toHaveText('"2026-12-04"');
  await expect(input).not.toHaveAttribute("aria-invalid");
});

test("an error of a day appears after a press that ends elsewhere", async ({ page, mount }) => {
  await mount("DateField");
  const input = page.getByRole("textbox", { name: "Due" });
  await input.fill("whenever");
  await page.getByRole("button", { name: "Next" }).hover();
  await page.mouse.down();
  await expect(input).not.toHaveAttribute("aria-invalid");
  await page.mouse.move(5, 5);
  await page.mouse.up();
  await expect(input).toHaveAttribute("aria-invalid", "true");
});

test("a field for a moment reads it in its time zone, and again in another one", async ({ page, mount }) => {
  await mount("WhenField");
  const input = page.getByRole("textbox", { name: "Start" });
  const echo = page.getByRole("status").first();
  await expect(echo).toHaveText("Not known yet");
  await input.fill("31 Jul 2017 18:00");
  await expect(echo).toHaveText(/31 Jul 2017, 18:00/);
  await expect(told(page)).toHaveText(/^2017-07-31T18:00/);
  await page.getByRole("button", { name: "Zone of start: UTC" }).press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.type("dublin");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Zone of start: Europe/Dublin" })).toBeFocused();
  await expect(told(page)).toHaveText(/^2017-07-31T17:00/);
  await input.fill("yesterday at lunch or so");
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await expect(told(page)).toBeEmpty();
});

test("a text is edited in place: Enter saves, Escape doesn't, and an invalid text isn't saved", async ({
  page,
  mount,
}) => {
  await mount("EditableText");
  const { keyboard } = page;
  const text = page.getByRole("button", { name: "Name: Checkout, edit" });
  await text.press("Enter");
  const input = page.getByRole("textbox", { name: "Name" });
  await expect(input).toBeFocused();
  await keyboard.type("Mail");
  await keyboard.press("Escape");
  await expect(text).toBeFocused();
  await expect(told(page)).toBeEmpty();
  await text.press("Enter");
  await input.fill(" ");
  await keyboard.press("Enter");
  await expect(input).toHaveAccessibleDescription("Enter a name");
  await input.fill(" Mail ");
  await keyboard.press("Enter");
  const changed = page.getByRole("button", { name: "Name: Mail, edit" });
  await expect(changed).toBeFocused();
  await changed.press("Enter");
  await input.fill("Search");
  await keyboard.press("Tab");
  await expect(told(page)).toHaveText('"Mail" "Search"');
});

test("a checkbox has the state of its items, and Space changes it", async ({ page, mount }) => {
  await mount("Checkbox");
  const box = (name: string) => page.getByRole("checkbox", { name });
  await box("Search").focus();
  await page.keyboard.press("Space");
  await expect(box("Search")).toBeChecked();
  await expect(box("All")).toBeChecked({ indeterminate: true });
  await box("All").press("Space");
  await expect(box("Mail")).toBeChecked();
  await expect(box("All")).toBeChecked({ indeterminate: false });
  await page.getByText("Mail").click();
  await expect(box("All")).toBeChecked({ indeterminate: true });
});

test("a dropped folder gives its files of the accepted kinds, and says if there are none", async ({ page, mount }) => {
  await mount("DropZone");
  const drop = (...inside: string[]) =>
    page.getByText("Drop files").evaluate((zone, names) => {
      const files = names.map((name) => ({
        ...{ name, isFile: true, isDirectory: false },
        file: (give: (file: File) => void) => give(new File([], name)),
      }));
      const folder = {
        ...{ name: "folder", isFile: false, isDirectory: true },
        createReader: () => ({ readEntries: (give: (part: unknown[]) => void) => give(files.splice(0)) }),
      };
      const event = new Event("drop", { bubbles: true, cancelable: true });
      const items = [{ webkitGetAsEntry: () => folder }];
      Object.assign(event, { dataTransfer: { items, files: [new File([], "folder")] } });
      zone.dispatchEvent(event);
    }, inside);
  await drop("logo.png");
  await expect(page.getByRole("alert")).toHaveText("No files in this folder can be read.");
  await drop("b.md", "A.MD", "logo.png");
  await expect(told(page)).toHaveText('["A.MD","b.md"]');
  await expect(page.getByRole("alert")).toBeHidden();
});
