import { expect } from "@playwright/test";
import { test, told } from "./gallery.ts";

test("j and k move the current row and the focus with it, and stop at both ends", async ({ page, mount }) => {
  await mount("Table");
  const { keyboard } = page;
  const current = page.locator("tr[aria-current=true]");
  await keyboard.press("j");
  await expect(current).toHaveText("Add an alert");
  await expect(page.getByRole("button", { name: "Add an alert" })).toBeFocused();
  await keyboard.press("ArrowDown");
  await keyboard.press("j");
  await keyboard.press("j");
  await expect(current).toHaveText("Name an owner");
  await expect(page.getByRole("button", { name: "Name an owner" })).toBeFocused();
  await keyboard.press("k");
  await keyboard.press("ArrowUp");
  await keyboard.press("k");
  await expect(current).toHaveText("Add an alert");
  await keyboard.press("Enter");
  await expect(told(page)).toHaveText('"pressed 0"');
});

test("keys of a list are letters while typing, and belong to a focused control", async ({ page, mount }) => {
  await mount("Table");
  const { keyboard } = page;
  await page.getByRole("textbox", { name: "Filter" }).focus();
  await keyboard.type("jx");
  await expect(page.getByRole("textbox", { name: "Filter" })).toHaveValue("jx");
  await expect(page.locator("tr[aria-current=true]")).toHaveCount(0);
  await page.getByRole("button", { name: "Title" }).press("Space");
  await expect(page.getByRole("columnheader", { name: "Title" })).toHaveAttribute("aria-sort", "ascending");
  await keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Title" })).toHaveAttribute("aria-sort", "descending");
  await expect(told(page)).toBeEmpty();
});

test("x selects the current row, and Shift with an arrow extends the selection", async ({ page, mount }) => {
  await mount("Table");
  const { keyboard } = page;
  const selected = page.getByRole("row", { selected: true });
  await keyboard.press("j");
  await keyboard.press("x");
  await expect(selected).toHaveText(["Add an alert"]);
  await keyboard.press("Shift+ArrowDown");
  await expect(selected).toHaveText(["Add an alert", "Sign the mail"]);
  await keyboard.press("x");
  await expect(selected).toHaveText(["Add an alert"]);
});

test("[ and ] go to the tab before and after, if there is one", async ({ page, mount }) => {
  await mount("Tabs");
  const place = page.getByLabel("Place");
  const views = page.getByRole("navigation", { name: "Views" });
  await expect(views.getByRole("link", { name: /^Mine ?3$/ })).toHaveAttribute("aria-current", "page");
  await expect(views.getByRole("link", { name: /^Late ?changed$/ })).toBeVisible();
  await page.keyboard.press("]");
  await expect(place).toHaveText("/actions/late");
  await page.keyboard.press("[");
  await expect(place).toHaveText("/actions");
});

test("arrows move between the tabs of a page, and Tab continues to the content", async ({ page, mount }) => {
  await mount("Tabs");
  const { keyboard } = page;
  await page.getByRole("tab", { name: "Files" }).focus();
  await keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Tools", selected: true })).toBeFocused();
  await expect(page.getByRole("tabpanel", { name: "Tools" })).toHaveText("Content of Tools");
  await keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "Files", selected: true })).toBeFocused();
  await keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "Text", selected: true })).toBeFocused();
  await keyboard.press("Tab");
  await expect(page.getByRole("tabpanel", { name: "Text" })).toBeFocused();
});

test("one of several views is pressed", async ({ page, mount }) => {
  await mount("Tabs");
  const look = page.getByRole("group", { name: "Look" });
  await look.getByRole("button", { name: "Board" }).press("Enter");
  await expect(look.getByRole("button", { pressed: true })).toHaveText(["Board"]);
});

test("f adds a filter with its menu open, and one without a value is removed when that closes", async ({
  page,
  mount,
}) => {
  await mount("FilterBar");
  const { keyboard } = page;
  await keyboard.press("f");
  await expect(page.getByRole("option")).toHaveText(["Status", "Team"]);
  await keyboard.press("Enter");
  await expect(page.getByRole("option")).toHaveText(["Open", "Done"]);
  await keyboard.press("Enter");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(told(page)).toHaveText("status=open+done");
  await keyboard.press("Escape");
  const chip = page.getByRole("button", { name: "Status is Open, Done" });
  await expect(chip).toBeFocused();
  await chip.press("Enter");
  await expect(page.getByRole("option")).toHaveText(["Open, chosen", "Done, chosen"]);
  await keyboard.press("Enter");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  await expect(told(page)).toBeEmpty();
  await expect(page.getByRole("button", { name: /^Status is/ })).toHaveCount(0);
});

test("a filter is removed by its button, and can be added again", async ({ page, mount }) => {
  await mount("FilterBar");
  const { keyboard } = page;
  await page.getByRole("button", { name: "Filter" }).press("Enter");
  await expect(page.getByRole("option")).toHaveText(["Status", "Team"]);
  await keyboard.type("team");
  await keyboard.press("Enter");
  await expect(page.getByRole("option")).toHaveText(["Mail", "Search"]);
  await keyboard.press("Enter");
  await expect(told(page)).toHaveText("team=mail");
  await keyboard.press("f");
  await expect(page.getByRole("option")).toHaveText(["Status"]);
  await keyboard.press("Enter");
  await expect(page.getByRole("option")).toHaveText(["Open", "Done"]);
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove Team" }).press("Enter");
  await expect(told(page)).toHaveText("status=open");
  await keyboard.press("f");
  await expect(page.getByRole("option")).toHaveText(["Team"]);
});

test("a long press selects a row without opening it, and the next tap opens it", async ({ page, mount }) => {
  await mount("LongPress");
  const row = page.getByRole("button", { name: "Order the disks" });
  const touch = { pointerType: "touch", pointerId: 1, bubbles: true };
  await row.dispatchEvent("pointerdown", touch);
  await expect(told(page)).toHaveText('"selected"');
  await row.dispatchEvent("pointerup", touch);
  // Some browsers send a click at the end of the press, others none.
  await row.dispatchEvent("click");
  await expect(told(page)).toHaveText('"selected"');
  await row.click();
  await expect(told(page)).toHaveText('"selected" "opened"');
  await row.dispatchEvent("pointerdown", touch);
  await expect(told(page)).toHaveText('"selected" "opened" "selected"');
  await row.click();
  await expect(told(page)).toHaveText('"selected" "opened" "selected" "opened"');
});

test("the focus stays in a list when its rows are removed, and isn't taken from another place", async ({
  page,
  mount,
}) => {
  await mount("LeavingRows");
  const remove = (title: string) => page.getByRole("button", { name: `Remove ${title}` });
  const all = page.getByRole("button", { name: "Remove all later" });
  await remove("Sign the mail").press("Enter");
  await expect(remove("Name an owner")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(remove("Add an alert")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(all).toBeFocused();
});

test("a removed row doesn't reclaim a focus that was moved on purpose", async ({ page, mount }) => {
  await page.clock.install({ time: "2026-01-05T10:00:00Z" });
  await mount("LeavingRows");
  // A slow machine must not remove the rows before the focus has moved.
  await page.clock.pauseAt("2026-01-05T11:00:00Z");
  await page.getByRole("button", { name: "Remove all later" }).click();
  await page.getByRole("link", { name: "Sign the mail" }).focus();
  await page.getByRole("button", { name: "Outside" }).focus();
  await page.clock.runFor(500);
  await expect(page.getByRole("listitem")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Outside" })).toBeFocused();
});

test("rows are items of a named list, each with its status in words and its link", async ({ page, mount }) => {
  await mount("Rows");
  const rows = page.getByRole("list", { name: "Actions" }).getByRole("listitem");
  await expect(rows).toHaveText(["VerifiedAdd an alert", "BlockedName an owner"]);
  await expect(rows.nth(0)).toHaveAttribute("aria-current", "true");
  await expect(rows.nth(1)).not.toHaveAttribute("aria-current");
  await expect(rows.nth(1).getByRole("link", { name: "Name an owner" })).toHaveAttribute("href", "#act-2");
  await expect(rows.nth(0).locator("svg")).toHaveAttribute("aria-hidden", "true");
});
