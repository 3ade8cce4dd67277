import { expect, type Locator, type Page } from "@playwright/test";

/** Everything is saved. After a return with changes, the state says for some time what was merged. */
export const SAVED = /^(Saved|Back\. .+)$/;

/** The page of a review: its shared text, comments, factors, and the bar with its state. */
export class ReviewPage {
  constructor(readonly page: Page) {}

  async open(key: string): Promise<void> {
    await this.page.goto(`/reviews/${key}`);
    await this.ready();
  }

  /** Waits until the text has loaded and can be edited. */
  async ready(): Promise<void> {
    await expect(this.text).toHaveAttribute("contenteditable", "true");
    await expect(this.saveState).toHaveText(SAVED);
  }

  get text(): Locator {
    return this.page.getByRole("textbox", { name: "Review text" });
  }

  get bar(): Locator {
    return this.page.getByRole("region", { name: "Review status" });
  }

  /** The actions on a published review, whose text is then a page. */
  get readerBar(): Locator {
    return this.page.getByRole("region", { name: "This review" });
  }

  /** The page of a published review, without the comments next to it. */
  get readerText(): Locator {
    return this.page.getByRole("article").filter({ has: this.page.getByRole("heading", { level: 1 }) });
  }

  get saveState(): Locator {
    return this.bar.getByRole("status").first();
  }

  get here(): Locator {
    return this.bar.getByRole("list", { name: "Here now" });
  }

  get comments(): Locator {
    return this.page.getByRole("complementary", { name: "Comments" });
  }

  get factors(): Locator {
    return this.page.getByRole("region", { name: /Live block: \d+ contributing factor/ });
  }

  /** Another person's caret. It is only drawn, so it has neither role nor name. */
  caretOf(name: string): Locator {
    return this.page.locator(`[data-n="${name}"]`);
  }

  /** Starts the first section that still contains its questions, and leaves the caret in it. */
  async beginSection(): Promise<void> {
    await this.text.getByRole("button", { name: "Write answer" }).first().click();
    await expect(this.text).toBeFocused();
  }

  /** The review's current state. */
  get state(): Locator {
    return this.bar.getByRole("listitem").and(this.page.locator("[aria-current=step]"));
  }

  async openGates(): Promise<Locator> {
    await this.bar.getByRole("button", { name: /gates? open|All gates met/ }).click();
    const gates = this.page.getByRole("dialog", { name: /^Gates before / });
    await expect(gates).toBeVisible();
    return gates;
  }
}
