import { expect } from "@playwright/test";
import { test, told } from "./gallery.ts";

test("a value menu opens on the keyboard, skips disabled options, and returns the focus", async ({ page, mount }) => {
  await mount("ValueMenu");
  const { keyboard } = page;
  const trigger = page.getByRole("button", { name: "Status: Proposed" });
  await trigger.focus();
  await keyboard.press("Enter");
  const option = (name: string) => page.getByRole("option", { name });
  await expect(page.getByRole("option", { selected: true })).toHaveText(/Proposed/);
  await expect(option("Proposed, chosen")).toBeVisible();
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveText("Accepted");
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveText("Implemented");
  await expect(option("In progress")).toHaveAttribute("aria-disabled", "true");
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveText(/Proposed/);
  await keyboard.press("ArrowUp");
  await keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(told(page)).toHaveText('"Implemented"');
  await expect(page.getByRole("button", { name: "Status: Implemented" })).toBeFocused();
});

test("a value menu filters while typing, and doesn't report its current value or Escape", async ({ page, mount }) => {
  await mount("ValueMenu");
  const { keyboard } = page;
  const trigger = page.getByRole("button", { name: "Status: Proposed" });
  await trigger.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await trigger.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await keyboard.type("acc");
  await expect(page.getByRole("option")).toHaveText(["Accepted"]);
  await keyboard.type("x");
  await expect(page.getByText("No matches")).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(trigger).toBeFocused();
  await expect(told(page)).toBeEmpty();
});

test("a combobox in a field has its label, hint and error, and picks the best match first", async ({ page, mount }) => {
  await mount("Combobox");
  const { keyboard } = page;
  const field = page.getByRole("button", { name: "Service: Choose" });
  await expect(field).toHaveAccessibleDescription("The one that failed first");
  await page.getByText("Service", { exact: true }).click();
  await expect(page.getByPlaceholder("Filter")).toBeFocused();
  await keyboard.type("billing");
  await expect(page.getByRole("option")).toHaveText(["Billing", "Billing export"]);
  await keyboard.press("Enter");
  await expect(told(page)).toHaveText('"billing"');
  const chosen = page.getByRole("button", { name: "Service: Billing" });
  await expect(chosen).toBeFocused();
  await chosen.press("Enter");
  await expect(page.getByPlaceholder("Filter")).toBeFocused();
  await keyboard.type("mail");
  await keyboard.press("Enter");
  const invalid = page.getByRole("button", { name: "Service: Mail" });
  await expect(invalid).toHaveAccessibleDescription(/Choose another one/);
  await expect(invalid).toHaveAttribute("aria-invalid", "true");
});

test("the arrow keys leave an option that stands for none", async ({ page, mount }) => {
  await mount("OptionalCombobox");
  const { keyboard } = page;
  const marked = page.getByRole("option", { selected: true });
  await page.getByRole("button", { name: "Owner: No owner" }).press("Enter");
  await expect(marked).toHaveText(/^No owner/);
  await keyboard.press("ArrowDown");
  await expect(marked).toHaveText("Checkout");
  await keyboard.press("Enter");
  const chosen = page.getByRole("button", { name: "Owner: Checkout" });
  await chosen.press("Enter");
  await expect(marked).toHaveText(/^Checkout/);
  await keyboard.press("Enter");
  await expect(chosen).toBeFocused();
  await chosen.press("Enter");
  await expect(marked).toHaveText(/^Checkout/);
  await keyboard.press("ArrowUp");
  await expect(marked).toHaveText("No owner");
  await keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Owner: No owner" })).toBeFocused();
});

test("the option for none isn't in the way of what a server finds by words", async ({ page, mount }) => {
  await mount("FoundCombobox");
  const { keyboard } = page;
  const options = page.getByRole("option");
  await page.getByRole("button", { name: "Owner: No owner" }).press("Enter");
  await expect(options.first()).toHaveText(/^No owner/);
  await keyboard.type("nightly");
  await expect(options).toHaveCount(1);
  await keyboard.press("Enter");
  const chosen = page.getByRole("button", { name: /^Owner: (?!No owner)/ });
  await expect(chosen).toBeFocused();
  await chosen.press("Enter");
  await keyboard.type("nobody is called this");
  await expect(page.getByText("No matches")).toBeVisible();
  await keyboard.press("Escape");
  await chosen.press("Enter");
  await keyboard.type("no own");
  await expect(options).toHaveText(["No owner"]);
  await keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Owner: No owner" })).toBeFocused();
});

test("a token field adds several values, offers a new one last, and removes one with its button", async ({
  page,
  mount,
}) => {
  await mount("TokenField");
  const { keyboard } = page;
  await page.getByRole("button", { name: "Services: Add a service" }).press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await keyboard.type("checkout");
  await keyboard.press("Enter");
  await expect(told(page)).toHaveText("mail, checkout");
  await expect(page.getByRole("listbox")).toBeVisible();
  for (const _ of "checkout") await keyboard.press("Backspace");
  await keyboard.type("Pager");
  await expect(page.getByRole("option")).toHaveText(["Add “Pager”"]);
  await keyboard.press("Enter");
  await expect(told(page)).toHaveText("mail, checkout, Pager");
  await keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove Mail" }).press("Enter");
  await expect(told(page)).toHaveText("checkout, Pager");
  await page.getByRole("button", { name: "Services: Add a service" }).press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await keyboard.type("checkout");
  await keyboard.press("Enter");
  await expect(told(page)).toHaveText("Pager");
});

test("Ctrl Enter in an open list sends the form with what was chosen", async ({ page, mount }) => {
  await mount("TokenField");
  const { keyboard } = page;
  await page.getByRole("button", { name: "Add a service" }).press("Enter");
  await keyboard.type("search");
  await keyboard.press("Enter");
  await expect(told(page)).toHaveText("mail, search");
  await keyboard.press("ControlOrMeta+Enter");
  await expect(told(page)).toHaveText("Sent: mail, search");
});

test("a select is the browser's list, with its label and keys", async ({ page, mount }) => {
  await mount("Select");
  const select = page.getByRole("combobox", { name: "Priority" });
  await expect(select).toHaveValue("");
  await expect(page.getByRole("option", { name: "P0" })).toBeDisabled();
  await select.focus();
  await page.keyboard.type("P2");
  await expect(select).toHaveValue("P2");
  await expect(told(page)).toHaveText(/"P2"$/);
});

test("Tab stops at the chosen one of several options, and the arrows choose", async ({ page, mount }) => {
  await mount("Options");
  const { keyboard } = page;
  await expect(page.getByRole("group", { name: "What happens to its actions" })).toBeVisible();
  await page.getByRole("button", { name: "Before" }).focus();
  await keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "Keep them" })).toBeFocused();
  await keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: /^Decline them/ })).toBeChecked();
  await keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "Keep them" })).toBeChecked();
  await expect(told(page)).toHaveText("keep");
});
