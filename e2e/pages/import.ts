import { expect, type Locator, type Page } from "@playwright/test";

/** The import of one incident: the sources, the preview and the import button. */
export class ImportPage {
  constructor(readonly page: Page) {}

  async open(key: string): Promise<void> {
    await this.page.goto(`/incidents/${key}/import`);
    await expect(this.page.getByRole("heading", { name: "Import events" })).toBeVisible();
  }

  async paste(text: string): Promise<void> {
    await this.page.getByRole("button", { name: "Paste text" }).click();
    await this.page.getByRole("textbox", { name: "Text with times" }).fill(text);
    await this.page.getByRole("button", { name: "Add text" }).click();
  }

  /** Drops a file from outside onto the page. */
  async drop(name: string, type: string, content: string): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      (file) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([file.content], file.name, { type: file.type }));
        return transfer;
      },
      { name, type, content },
    );
    await this.page.getByRole("region", { name: "Import", exact: true }).dispatchEvent("drop", { dataTransfer });
  }

  /** The line of one file: its format, and how many rows became what. */
  file(name: string): Locator {
    return this.page.getByRole("table", { name: "Files" }).getByRole("row").filter({ hasText: name });
  }

  get rows(): Locator {
    return this.page.getByRole("table", { name: "Rows of the files" });
  }

  async commit(events: number): Promise<void> {
    await this.page.getByRole("button", { name: `Import ${events} event` }).click();
    await expect(this.page).toHaveURL(/\/incidents\/INC-\d+$/);
  }
}
