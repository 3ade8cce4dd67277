import { expect, type Page } from "@playwright/test";

/** The address and the secret that a connected tool needs to send events. */
export interface Connection {
  /** Page of the integration. */
  page: string;
  url: string;
  secret: string;
}

/** The settings page of integrations. */
export class IntegrationPage {
  constructor(readonly page: Page) {}

  /** Connects a tool and reads its address and its secret, which is only shown now. */
  async connect(tool: string, name: string, service: string): Promise<Connection> {
    const { page } = this;
    await page.goto("/settings/integrations");
    const all = page.getByRole("button", { name: /^All \d+/ });
    await all.click();
    await page.getByRole("link", { name: tool, exact: true }).click();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("button", { name: /^Service:/ }).click();
    await page.getByRole("combobox").last().fill(service);
    await page.getByRole("option", { name: service }).click();
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await expect(page).toHaveURL(/\/settings\/integrations\/[0-9a-f-]{36}$/);
    const url = await page.getByRole("textbox", { name: "URL", exact: true }).first().inputValue();
    const secret = await page.getByRole("textbox", { name: "Secret, shown once" }).inputValue();
    return { page: new URL(page.url()).pathname, url, secret };
  }

  get deliveries() {
    return this.page.getByRole("table", { name: "Deliveries, newest first" });
  }
}
