import { expect } from "@playwright/test";
import { STYLES, test, told } from "./gallery.ts";

test("a section has the name of its heading, with its actions in the order of the keyboard", async ({
  page,
  mount,
}) => {
  await mount("Section");
  const section = page.getByRole("region", { name: "Reviews" });
  await expect(section.getByRole("heading", { level: 2, name: "Reviews" })).toBeVisible();
  await expect(section.getByText("Of the last 30 days")).toBeVisible();
  const { keyboard } = page;
  await keyboard.press("Tab");
  const add = section.getByRole("button", { name: "Add review" });
  await expect(add).toBeFocused();
  await expect(add).toHaveAttribute("aria-keyshortcuts", "n");
  await expect(page.getByRole("tooltip", { name: "Add review" })).toBeVisible();
  await keyboard.press("Enter");
  await keyboard.press("Space");
  await expect(told(page)).toHaveText('"added" "added"');
  await keyboard.press("Tab");
  await expect(section.getByRole("link", { name: "All reviews" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/#all$/);
});

test("an error is announced with its reason, and its button tries again", async ({ page, mount }) => {
  await mount("ErrorState");
  const error = page.getByRole("alert");
  await expect(error).toContainText("Couldn't load reviews");
  await expect(error).toContainText("The server is starting. Try again.");
  await page.keyboard.press("Tab");
  await expect(error.getByRole("button", { name: "Try again" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(error).toHaveCount(0);
  await expect(told(page)).toHaveText('"tried"');
});

test("a failed read is tried again from the keyboard, and its rows are announced while they load", async ({
  page,
  mount,
}) => {
  await mount("NotRead");
  await page.addStyleTag({ path: STYLES });
  const error = page.getByRole("alert");
  await expect(error).toContainText("Couldn't load the history");
  await expect(error).toContainText("No response from the server. Try again.");
  await page.keyboard.press("Tab");
  await expect(error.getByRole("button", { name: "Try again" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(told(page)).toHaveText('"tried"');
  await expect(error).toHaveCount(0);
  const loading = page.getByRole("status", { name: "Loading the history" });
  await expect(loading).toBeVisible();
  await expect(loading.locator("> [aria-hidden]")).toHaveCount(3);
  await page.getByRole("button", { name: "Connect" }).press("Enter");
  await expect(loading).toHaveCount(0);
  await expect(page.getByText("2 changes")).toBeVisible();
});

test("a part whose script can't be loaded says so in its place, and is loaded once it can be", async ({
  page,
  mount,
}) => {
  await mount("LaterPart");
  const error = page.getByRole("alert");
  await expect(error).toContainText("Couldn't load this part");
  await error.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(error).toBeVisible();
  await page.getByRole("button", { name: "Connect" }).press("Enter");
  await expect(told(page)).toHaveText('"connected"');
  await error.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(page.getByText("Form of a factor")).toBeVisible();
  await expect(error).toHaveCount(0);
});

test("a moment is shown in words, and exactly in its tooltip and for machines", async ({ page, mount }) => {
  await mount("Moment");
  const moment = page.getByRole("time");
  await expect(moment).toHaveText("4 min ago");
  await expect(moment).toHaveAttribute("title", /^\w{3} \d{1,2} \w{3} \d{4}, \d{2}:\d{2}:\d{2} /);
  await expect(moment).toHaveAttribute("datetime", /^\d{4}-\d{2}-\d{2}T.*Z$/);
});
