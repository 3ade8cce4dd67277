import { expect, type Page } from "@playwright/test";
import { condition } from "../follow/canonical-factor/record/testing/condition.ts";
import { test } from "./gallery.ts";

/** A server with one condition. Returns what was written, in order. */
async function serve(page: Page): Promise<unknown[]> {
  const written: unknown[] = [];
  const row = condition({ id: "watch", name: "Failures raise no alarm" });
  await page.route("**/api/rpc/canonicalFactor/*", (route) => {
    const call = new URL(route.request().url()).pathname.split("/").at(-1);
    const json = route.request().postDataJSON()?.json;
    if (call === "list") {
      const items = `${json?.q ?? ""}` === "unlike" ? [] : [row];
      return route.fulfill({ json: { json: { items, nextCursor: null }, meta: [] } });
    }
    written.push([call, json]);
    const own = condition({ id: "own-one", name: json.name });
    return route.fulfill({ json: { json: call === "create" ? own : row, meta: [] } });
  });
  return written;
}

const field = (page: Page) => page.getByRole("button", { name: "Condition: Choose a condition" });

test("a saved factor is linked to a condition in other words, by keyboard, and the link is undone", async ({
  page,
  mount,
}) => {
  const written = await serve(page);
  await mount("ConditionChoice");
  await field(page).press("Enter");
  const option = page.getByRole("option", { name: "Failures raise no alarm" });
  await expect(option).toContainText("seen in 2 incidents, no fix yet");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Factor linked to “Failures raise no alarm”")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByText("Undone")).toBeVisible();
  expect(written).toEqual([
    ["link", { id: "watch", factorId: "factor", factorVersion: 3 }],
    ["unlink", { id: "watch", factorId: "factor", factorVersion: 4 }],
  ]);
});

test("a saved factor gets a condition of its own, even if no condition is found", async ({ page, mount }) => {
  const written = await serve(page);
  await mount("ConditionChoice");
  await field(page).press("Enter");
  await page.keyboard.type("unlike");
  await expect(page.getByRole("option")).toHaveText(["A condition of its own"]);
  await page.getByRole("option").click();
  await expect(page.getByText("Factor linked to “Dumps failed for weeks”")).toBeVisible();
  expect(written).toEqual([["create", { name: "Dumps failed for weeks", factors: [{ id: "factor", version: 3 }] }]]);
});

test("a factor that stays as it is has no choice of a condition, and an error is shown", async ({ page, mount }) => {
  await page.route("**/api/rpc/canonicalFactor/*", (route) => route.abort());
  await mount("ConditionChoice");
  await expect(page.getByRole("region", { name: "Read only" }).getByRole("button")).toHaveCount(0);
  await field(page).press("Enter");
  await page.getByRole("option", { name: "A condition of its own" }).click();
  await expect(page.getByText(/wasn't saved/)).toBeVisible();
});
