import { expect } from "@playwright/test";
import { test, told } from "./gallery.ts";

test("a busy button keeps its focus and does nothing more", async ({ page, mount }) => {
  await mount("Button");
  const button = page.getByRole("button", { name: /Publish/ });
  await expect(button).toHaveAttribute("aria-keyshortcuts", "Meta+Enter Control+Enter");
  await button.press("Enter");
  await expect(button).toHaveAttribute("aria-busy", "true");
  await expect(button).toBeFocused();
  await button.press("Space");
  await button.press("Enter");
  await expect(told(page)).toHaveText('"published"');
});

test("a disabled button can be focused, and gives the reason", async ({ page, mount }) => {
  await mount("Button");
  const button = page.getByRole("button", { name: "Close" });
  await expect(button).toHaveAccessibleDescription("");
  await button.press("Space");
  await expect(button).toBeFocused();
  await expect(button).toHaveAccessibleDescription("Ask an admin");
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await button.press("Enter");
  await expect(told(page)).toHaveText('"closed"');
});

test("a dialog traps the focus and the keys, and returns both", async ({ page, mount }) => {
  await mount("Dialog");
  const { keyboard } = page;
  await keyboard.press("n");
  await expect(told(page)).toHaveText('"key of the page"');
  const opener = page.getByRole("button", { name: "Delete demo data" });
  await opener.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Delete demo data?" });
  await expect(dialog).toHaveAccessibleDescription("It can't be undone.");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await keyboard.press("n");
  await keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Delete demo data" })).toBeFocused();
  await keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(told(page)).toHaveText('"key of the page"');
  await keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect(opener).toBeFocused();
  await expect(told(page)).toHaveText('"key of the page" "deleted"');
});

test("a dialog asks for a second Esc after input into a field, with or without a form, and not after a search", async ({
  page,
  mount,
}) => {
  await mount("Naming");
  const { keyboard } = page;
  const split = page.getByRole("button", { name: "Split" });
  const name = page.getByRole("textbox", { name: "Name" });
  await split.press("Enter");
  await name.fill("Retries without a limit");
  await keyboard.press("Escape");
  await expect(page.getByText("Press Esc again to discard your changes")).toBeVisible();
  await expect(name).toHaveValue("Retries without a limit");
  await keyboard.press("Escape");
  await expect(name).toHaveCount(0);
  await split.press("Enter");
  await page.getByRole("searchbox", { name: "Find a factor" }).fill("");
  await keyboard.type("x");
  await keyboard.press("Escape");
  await expect(name).toHaveCount(0);
});

test("a menu opens on an arrow, skips disabled items, and wraps around", async ({ page, mount }) => {
  await mount("Menu");
  const { keyboard } = page;
  const trigger = page.getByRole("button", { name: "More" });
  const item = (name: string) => page.getByRole("menuitem", { name });
  await trigger.press("ArrowDown");
  await expect(page.getByRole("menu")).toBeVisible();
  await expect(item("Rename")).toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(item("Reviews")).toBeFocused();
  await expect(item("Reviews")).toHaveAttribute("href", "/reviews");
  await keyboard.type("a");
  await expect(item("Archive")).toBeFocused();
  await keyboard.press("Home");
  await expect(item("Rename")).toBeFocused();
  await keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitemradio", { name: "By title" })).toBeFocused();
  await keyboard.press("Escape");
  await expect(trigger).toBeFocused();
  await trigger.press("Enter");
  await expect(item("Rename")).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(told(page)).toHaveText('"rename"');
});

test("a choice in a menu is one of several", async ({ page, mount }) => {
  await mount("Menu");
  const { keyboard } = page;
  const trigger = page.getByRole("button", { name: "More" });
  await trigger.press("Enter");
  const choice = (name: string) => page.getByRole("menuitemradio", { name });
  await expect(page.getByRole("group", { name: "Order" })).toBeVisible();
  await expect(choice("By date")).toBeChecked();
  await keyboard.press("End");
  await expect(choice("By title")).toBeFocused();
  await keyboard.press("Enter");
  await trigger.press("Enter");
  await expect(choice("By title")).toBeChecked();
  await expect(choice("By date")).not.toBeChecked();
});

for (const { story, trigger, role } of [
  { story: "Dialog", trigger: "Delete demo data", role: "dialog" },
  { story: "Menu", trigger: "More", role: "menu" },
] as const)
  test(`focus that moves on while a ${role} closes stays there`, async ({ page, mount }) => {
    await mount(story);
    await page.getByRole("button", { name: trigger }).press("Enter");
    await expect(page.getByRole(role)).toBeVisible();
    // The next key comes before any timer, as on a busy machine.
    await page.getByLabel("Filter").evaluate(async (filter) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      while (document.querySelector("[role=dialog], [role=menu]")) await Promise.resolve();
      filter.focus();
      await new Promise((done) => setTimeout(done, 50));
    });
    await expect(page.getByLabel("Filter")).toBeFocused();
  });

test("the newest change is undone first, by key or by its toast, and each once", async ({ page, mount }) => {
  await mount("Toast");
  const { keyboard } = page;
  const notice = (text: string) => page.getByRole("status").filter({ hasText: text });
  await page.getByRole("button", { name: "Save the rule" }).press("Enter");
  await page.getByRole("button", { name: "Save the team" }).press("Enter");
  await expect(notice("Team saved")).toBeVisible();
  await keyboard.press("ControlOrMeta+z");
  await expect(told(page)).toHaveText('"undid the team"');
  await expect(notice("Team saved")).toHaveCount(0);
  await notice("Rule saved").getByRole("button", { name: "Undo" }).press("Enter");
  await expect(told(page)).toHaveText('"undid the team" "undid the rule"');
  await expect(notice("Rule saved")).toHaveCount(0);
  await keyboard.press("ControlOrMeta+z");
  await expect(notice("Nothing to undo")).toBeVisible();
  await expect(told(page)).toHaveText('"undid the team" "undid the rule"');
});

test("an error is an alert that stays until it is closed", async ({ page, mount }) => {
  await mount("Toast");
  const alert = page.getByRole("alert");
  const fail = page.getByRole("button", { name: "Fail" });
  await fail.press("Enter");
  await expect(alert).toContainText("Couldn't save");
  await alert.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(alert).toHaveCount(0);
  await expect(told(page)).toHaveText('"again"');
  await fail.press("Enter");
  await alert.getByRole("button", { name: "Close" }).press("Enter");
  await expect(alert).toHaveCount(0);
  await expect(told(page)).toHaveText('"again"');
});
