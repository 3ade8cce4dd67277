import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

test("a TPM makes a template with the keyboard, publishes it, and takes up its next version in a review", async ({
  person,
  open,
}) => {
  const tove = await person("tpm");
  const page = await open(tove);
  const name = `Payments ${uniqueWord()}`;
  const sections = page.getByRole("navigation", { name: "Template sections" });
  const titles = sections.getByRole("listitem");

  await test.step("it starts as a copy, and sections move with Space and arrows", async () => {
    await page.goto("/settings/templates");
    await page.getByRole("button", { name: "Template", exact: true }).click();
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Copy of").selectOption({ label: "Quick" });
    await page.getByRole("button", { name: "Add template" }).click();
    await expect(titles.nth(1)).toContainText("Summary");
    await sections.getByRole("button", { name: "Move Summary" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await expect(titles.nth(1)).toContainText("Summary");
    for (const key of ["Space", "ArrowDown", "Space"]) await page.keyboard.press(key);
    await expect(titles.nth(1)).toContainText("Impact");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(titles.nth(1)).toContainText("Summary");
  });

  await test.step("a task is moved the same way, its grip keeps the focus, and leaving the grip cancels", async () => {
    for (const title of ["Meet", "Share"]) {
      await page.getByRole("button", { name: "Task", exact: true }).click();
      await page.getByRole("button", { name: "Task: New task, edit" }).click();
      await page.getByLabel("Task", { exact: true }).fill(title);
      await page.keyboard.press("Enter");
    }
    const grip = page.getByRole("button", { name: "Move Meet", exact: true });
    // The template that it was made from has a task already.
    const rows = page.getByRole("table", { name: "Tasks" }).getByRole("row");
    await grip.focus();
    for (const key of ["Space", "ArrowDown", "Space"]) await page.keyboard.press(key);
    await expect(rows.nth(3)).toContainText("Meet");
    await expect(grip).toBeFocused();
    for (const key of ["Space", "ArrowUp", "Tab"]) await page.keyboard.press(key);
    await expect(grip).toHaveAttribute("aria-pressed", "false");
    await expect(rows.nth(3)).toContainText("Meet");
  });

  await test.step("the last change is saved by leaving the page", async () => {
    const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.getByRole("button", { name: "Remove Share" }).click();
    await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Templates" }).click();
    const left = async () => (await tove.api.template.get({ slug })).draft?.tasks.map((task) => task.title);
    await expect.poll(left).toEqual([expect.any(String), "Meet"]);
    await expect(page).toHaveURL(/\/settings\/templates$/);
    await page.goBack();
  });

  await test.step("publishing offers it for reviews", async () => {
    await page.getByRole("button", { name: "Publish version 1" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish version 1" }).click();
    await expect(page.getByText(`Version 1 of ${name} published`)).toBeVisible();
  });

  await test.step("a review takes up a section of the next version", async () => {
    const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const { key } = await tove.api.incident.create({ title: "Cards fail", severity: 3, serviceIds: [] });
    const review = await tove.api.review.generate({ key, template: slug });
    const { version, content } = await tove.api.template.get({ slug });
    if (!content) throw new Error("the template isn't published");
    const money = { key: "money", title: "Money not moved", questions: ["How much?"], facts: [], live: [] };
    const draft = { ...content, sections: [...content.sections, { ...money, requiredAt: null }] };
    const changed = await tove.api.template.update({ slug, version, draft });
    await tove.api.template.publish({ slug, version: changed.version });
    const screen = new ReviewPage(page);
    await screen.open(review.key);
    await page.getByRole("button", { name: "Review changes" }).click();
    await page.getByRole("button", { name: "Apply changes to Money not moved" }).click();
    await expect(page.getByText("The review has every section of this version.")).toBeVisible();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await expect(screen.text.getByRole("heading", { name: "Money not moved" })).toBeVisible();
    await expect(screen.text).toContainText("How much?");
  });
});
