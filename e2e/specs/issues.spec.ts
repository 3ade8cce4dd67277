import { GithubServer } from "#server/testing/github-server.ts";
import { axeFindings } from "../fixtures/axe.ts";
import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";

const github = new GithubServer();
test.afterAll(() => github.close());

test("an admin connects GitHub, and an action and its issue stay equal", async ({ person, open }) => {
  const [ada, maya] = [await person("admin"), await person("member")];
  const baseUrl = await github.open();
  const name = `Payments ${uniqueWord()}`;
  const issue = github.add("Lock the table during a push");
  github.edit(issue.number, { milestone: github.due("2027-02-17") });
  const settings = await open(ada);

  await test.step("a wrong token is rejected in its field, and the right one connects", async () => {
    await settings.goto("/settings/trackers");
    await settings.getByRole("button", { name: "GitHub", exact: true }).click();
    const form = settings.getByRole("dialog", { name: "Connect GitHub" });
    await form.getByRole("textbox", { name: "Repositories" }).fill(github.project);
    await form.getByRole("textbox", { name: "Name" }).fill(name);
    await form.getByRole("textbox", { name: "Address" }).fill(baseUrl);
    await form.getByLabel("Personal access token").fill("wrong");
    await form.getByRole("button", { name: "Connect" }).click();
    await expect(form.getByLabel("Personal access token")).toHaveAttribute("aria-invalid", "true");
    await form.getByLabel("Personal access token").fill(github.token);
    await form.getByRole("button", { name: "Connect" }).click();
    await expect(settings.getByRole("heading", { name: `GitHub, ${name}` })).toBeVisible();
    expect(await axeFindings(settings)).toEqual([]);
  });

  const { key } = await maya.api.actionItem.create({
    ...{ title: "Lock the table", type: "repair", priority: "P2", ownerId: maya.id, dueDate: "2027-02-08" },
  });
  const { version } = await maya.api.actionItem.get({ key });
  await maya.api.actionItem.transition({ key, version, to: "accepted" });
  const page = await open(maya);
  const issues = page.getByRole("region", { name: "In the team's tracker" });

  await test.step("an owner links an issue by its number, and keeps the date of the action", async () => {
    await page.goto(`/actions/${key}`);
    await issues.getByRole("button", { name: "Link an issue" }).click();
    const form = page.getByRole("dialog", { name: `Link an issue to ${key}` });
    await form.getByRole("textbox", { name: "Address or number" }).fill(`${github.project}#999`);
    await page.keyboard.press("Enter");
    await expect(form.getByText(/^No connected tracker has this issue/)).toBeVisible();
    await form.getByRole("textbox", { name: "Address or number" }).fill(`${github.project}#${issue.number}`);
    await page.keyboard.press("Enter");
    await expect(form.getByText(/^Found /)).toBeVisible();
    await form.getByRole("button", { name: /^Keep / }).click();
    await form.getByRole("button", { name: "Link", exact: true }).click();
    await expect(issues.getByRole("link", { name: new RegExp(`#${issue.number}, `) })).toBeVisible();
    await expect.poll(() => github.milestones.some(({ due_on }) => due_on?.startsWith("2027-02-08"))).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step("closing it there moves the action to To verify, and never further", async () => {
    github.edit(issue.number, { state: "closed", stateReason: "completed" });
    await issues.getByRole("button", { name: /^Check now: / }).click();
    await expect(page.getByRole("complementary", { name: "Facts" }).getByText("To verify")).toBeVisible();
    await expect(issues.getByText(/^Closed as completed/)).toBeVisible();
  });

  await test.step("it can be unlinked, and linked again", async () => {
    await issues.getByRole("button", { name: /^Unlink / }).click();
    await expect(issues.getByText(/^No linked issues/)).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(issues.getByRole("link", { name: new RegExp(`#${issue.number}, `) })).toBeVisible();
    await settings.reload();
    await expect(settings.getByRole("table", { name: "Changes from and to the tracker" })).toContainText(key);
  });

  await test.step("without its connection, the issue is no longer shown", async () => {
    await settings.getByRole("button", { name: `Actions for ${name}` }).click();
    await settings.getByRole("menuitem", { name: "Remove connection" }).click();
    await expect(settings.getByText(`${name} removed. Its issues are no longer synced.`)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Done when, and what shows it" })).toBeVisible();
    await expect(issues.getByRole("link", { name: new RegExp(`#${issue.number}, `) })).toBeHidden();
  });
});
