import { expect, type Locator, type Page } from "@playwright/test";
import { choose } from "./choose.ts";

export interface ProposedAction {
  title: string;
  priority: "P0" | "P1" | "P2" | "P3";
  owner: string;
  doneWhen: string;
}

/** The form of a new action item, wherever it was opened. Returns the key of the new item. */
export async function proposeAction(page: Page, action: ProposedAction): Promise<string> {
  const form = page.getByRole("dialog", { name: "Propose action" });
  await form.getByRole("textbox", { name: "Title" }).fill(action.title);
  await choose(page, form.getByRole("button", { name: /^Priority: / }), action.priority);
  await choose(page, form.getByRole("button", { name: /^Owner: / }), action.owner);
  await form.getByRole("textbox", { name: "Done when" }).fill(action.doneWhen);
  await form.getByRole("button", { name: "Propose action" }).click();
  await expect(form).toBeHidden();
  const said = await page
    .getByRole("status")
    .filter({ hasText: /ACT-\d+ proposed/ })
    .textContent();
  return /ACT-\d+/.exec(said ?? "")?.[0] ?? "";
}

/** The page of one action item. */
export class ActionPage {
  constructor(readonly page: Page) {}

  async open(key: string): Promise<void> {
    await this.page.goto(`/actions/${key}`);
    await expect(this.page.getByRole("complementary", { name: "Facts" })).toBeVisible();
  }

  get facts(): Locator {
    return this.page.getByRole("complementary", { name: "Facts" });
  }

  /** Takes the step to the next status, and waits until the record shows it. */
  async step(verb: string, status: string): Promise<void> {
    await this.page.getByRole("button", { name: verb, exact: true }).click();
    await expect(this.facts).toContainText(status);
  }

  /** Submits it with evidence that it is done. */
  async implement(evidence: string): Promise<void> {
    await this.page.getByRole("button", { name: "Mark as implemented", exact: true }).click();
    const dialog = this.page.getByRole("dialog", { name: /^Mark .* as implemented/ });
    await dialog.getByRole("textbox", { name: "Evidence" }).fill(evidence);
    await dialog.getByRole("textbox", { name: "How it was checked" }).fill("Checked by hand");
    await dialog.getByRole("button", { name: "Submit for verification" }).click();
    await expect(this.facts).toContainText("To verify");
  }
}
