import { expect, type Locator, type Page } from "@playwright/test";

const MOST_TABS = 80;

/** Moves to a control as a person without a mouse does: by Tab, until it has the focus. */
export async function tabTo(page: Page, control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(control).toBeVisible();
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${control} was not reached by ${MOST_TABS} presses of ${key}`);
}

/**
 * Waits until the page reacts to the keyboard, using a key that can safely be pressed repeatedly: the list of
 * shortcuts.
 */
export async function awake(page: Page): Promise<void> {
  const map = page.getByRole("dialog", { name: "Keyboard" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(map).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await page.keyboard.press("Escape");
  await expect(map).toBeHidden();
}

/** Presses keys one right after another: the page gets no time for a timer or a response between them. */
export async function pressTogether(page: Page, ...keys: string[]): Promise<void> {
  await page.evaluate(async (presses) => {
    for (const key of presses) {
      const at = document.activeElement ?? document.body;
      at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      // Everything that the press did at once is done by then, and no timer has run.
      for (let microtask = 0; microtask < 500; microtask++) await null;
    }
  }, keys);
}
