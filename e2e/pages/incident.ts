import { expect, type Locator, type Page } from "@playwright/test";
import { keyIn } from "./keys.ts";

export interface NewIncident {
  title: string;
  severity: "SEV1" | "SEV2" | "SEV3" | "SEV4";
  service: string;
  began: string;
}

/** The form of a new incident, the page of an incident, and its timeline. */
export class IncidentPage {
  constructor(readonly page: Page) {}

  /** Opens the form from any page by the menu of new records. Returns the key. */
  async create({ title, severity, service, began }: NewIncident): Promise<string> {
    const { page } = this;
    const item = page.getByRole("menuitem", { name: "Incident" });
    // The button opens nothing until the page has loaded its scripts.
    await expect(async () => {
      await page.getByRole("button", { name: "New", exact: true }).click();
      await expect(item).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await item.click();
    await page.getByRole("textbox", { name: "What happened" }).fill(title);
    await page.getByRole("radio", { name: severity }).check();
    await page.getByRole("button", { name: "Services: Add service" }).click();
    await page.getByRole("combobox").last().fill(service);
    await page.getByRole("option", { name: service }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: "Start" }).fill(began);
    await page.getByRole("button", { name: "Create incident" }).click();
    await expect(page).toHaveURL(/\/incidents\/INC-\d+$/);
    return keyIn(page.url());
  }

  row(title: string): Locator {
    return this.page.getByRole("list", { name: "Events in order" }).getByRole("listitem").filter({ hasText: title });
  }

  get keyTimes(): Locator {
    return this.page.getByRole("region", { name: "Key times" });
  }

  /** Shows all key times, each with both ends, instead of the line. */
  async openFigures(): Promise<void> {
    await this.keyTimes.getByRole("button", { name: /^All \d+ figures/ }).click();
  }

  async show(which: "All" | "Pinned" | "Uncited" | "Hidden"): Promise<void> {
    await this.page
      .getByRole("group", { name: "Show" })
      .getByRole("button", { name: new RegExp(`^${which}(?: \\d+)?$`) })
      .click();
  }

  /** Does something with one event of the timeline, by the buttons of its row. */
  async press(title: string, action: string): Promise<void> {
    const row = this.row(title);
    // The buttons only appear under the pointer. When rows move, the pointer has to follow.
    await expect(async () => {
      await row.hover();
      await row.getByRole("button", { name: action }).click({ timeout: 2000 });
    }).toPass({ timeout: 30_000 });
  }
}
