import { expect } from "@playwright/test";
import { test, told } from "./gallery.ts";

test("a condition of a filter is added and removed by keys, and the focus stays in the editor", async ({
  page,
  mount,
}) => {
  await page.route("**/api/rpc/actionItem/states", (route) =>
    route.fulfill({ json: { json: { items: [{ status: "accepted", count: 3 }] }, meta: [] } }),
  );
  await mount("FilterEditor");
  const remove = (name: string) => page.getByRole("button", { name: `Remove condition ${name}` });
  const [all, part] = [
    page.getByRole("group", { name: "All conditions" }),
    page.getByRole("group", { name: "Group of" }),
  ];
  const focused = page.locator(":focus");
  await expect(page.getByText("3 actions match")).toBeVisible();
  await remove("Moves").press("Enter");
  await expect(remove("Due")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(told(page)).toContainText('"team=mine and status!=verified"');
  await expect(part.getByRole("button", { name: "Add condition" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(focused).toHaveAccessibleName("Field");
  await page.getByRole("button", { name: "Remove group" }).press("Enter");
  await expect(remove("Status")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await remove("Team").press("Enter");
  await expect(remove("Status")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(all.getByRole("button", { name: "Add condition" })).toBeFocused();
  await expect(told(page)).toContainText('""');
});
