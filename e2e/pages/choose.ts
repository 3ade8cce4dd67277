import type { Locator, Page } from "@playwright/test";

/** Opens a list of values and picks an option, typing its words if the list has a filter. */
export async function choose(page: Page, trigger: Locator, option: string): Promise<void> {
  await trigger.click();
  await page.getByRole("combobox").last().fill(option);
  await page.getByRole("option", { name: option }).first().click();
}
