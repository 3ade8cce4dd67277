import { expect, test } from "../fixtures/test.ts";

test("smoke", async ({ person, open }) => {
  const maya = await person("member");
  const page = await open(maya);
  await page.goto("/incidents");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  console.log(await page.locator("main").ariaSnapshot());
});
