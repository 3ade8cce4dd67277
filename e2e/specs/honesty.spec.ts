import { uniqueWord } from "../fixtures/people.ts";
import { type Story, tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { ActionPage } from "../pages/action.ts";
import { IncidentPage } from "../pages/incident.ts";
import { ReviewPage } from "../pages/review.ts";
import { signIn } from "../pages/sign-in.ts";

test("a field that someone else changed first shows their value, and keeps it", async ({ person, open }) => {
  const [maya, tove] = [await person("member"), await person("tpm")];
  const title = "Watch the live queue";
  const { key, version } = await maya.api.actionItem.create({ title, type: "detect", priority: "P2" });
  const page = await open(maya);
  const action = new ActionPage(page);
  await action.open(key);
  // Her change is on its way when someone else's arrives.
  await page.route(
    "**/api/rpc/actionItem/update",
    async (route) => {
      await tove.api.actionItem.update({ key, version, priority: "P0" });
      await route.continue();
    },
    { times: 1 },
  );
  await action.facts.getByRole("button", { name: /^P2/ }).click();
  await page.getByRole("option", { name: /^Priority P3/ }).click();
  const told = page.getByRole("alert").filter({ hasText: "changed while you were editing" });
  await expect(told).toContainText("P0");
  await expect(told).toContainText("Your change wasn't saved");
  await expect(action.facts.getByRole("button", { name: /^P0/ })).toBeVisible();
  expect((await tove.api.actionItem.get({ key })).priority).toBe("P0");
  const [mine, close] = [told.getByRole("button", { name: "Keep my version" }), told.getByLabel("Close")];
  expect(await mine.evaluate((button) => button.scrollWidth - button.clientWidth)).toBe(0);
  const [left, right] = [await mine.boundingBox(), await close.boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  await mine.click();
  await expect(action.facts.getByRole("button", { name: /^P3/ })).toBeVisible();
  await expect.poll(async () => (await tove.api.actionItem.get({ key })).priority).toBe("P3");
});

test("a double click takes one step", async ({ person, open }) => {
  const maya = await person("member");
  const { key } = await maya.api.actionItem.create({
    ...{ title: "Rehearse the restore", type: "repair", priority: "P2", ownerId: maya.id },
  });
  const page = await open(maya);
  const action = new ActionPage(page);
  await action.open(key);
  const steps: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/actionItem/transition")) steps.push(request.postData() ?? "");
  });
  await page.getByRole("button", { name: "Accept", exact: true }).dblclick();
  await expect(page.getByRole("button", { name: "Start work", exact: true })).toBeVisible();
  // The changes of an action are sent in turn, so a second step would be saved before this one.
  await action.facts.getByRole("button", { name: /^P2/ }).click();
  await page.getByRole("option", { name: /^Priority P3/ }).click();
  await expect.poll(async () => (await maya.api.actionItem.get({ key })).priority).toBe("P3");
  expect((await maya.api.actionItem.get({ key })).status).toBe("accepted");
  expect(steps).toHaveLength(1);
});

test("two people change one calendar: the second sees what the first saved, and can save then", async ({
  person,
  open,
}) => {
  const [ada, tove] = [await person("admin"), await person("tpm")];
  const team = await ada.api.team.create({ name: `Ledger ${uniqueWord()}` });
  const fields = { country: null, region: null, closedDays: [] };
  const made = await ada.api.calendar.create({
    ...{ teamId: team.id, timeZone: "Europe/Berlin", workingDays: [1, 2, 3, 4, 5], ...fields },
  });
  const page = await open(tove);
  await page.goto("/settings/calendars");
  await page
    .getByRole("article", { name: team.name })
    .getByRole("button", { name: /^Change/ })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Friday" }).uncheck();
  await ada.api.calendar.update({
    ...{ id: made.id, version: made.version, timeZone: "Europe/Paris", workingDays: [1, 2, 3], ...fields },
  });
  await expect(dialog.getByText("Someone else changed the working days too")).toBeVisible();
  await dialog.getByRole("button", { name: "Change calendar" }).click();
  await expect(dialog).toHaveCount(0);
  const saved = (await ada.api.calendar.list({})).items.find(({ id }) => id === made.id);
  expect(saved).toMatchObject({ timeZone: "Europe/Paris", workingDays: [1, 2, 3, 4] });
});

test("an owner can't waive an action alone, or for longer: someone else approves it", async ({ person, open }) => {
  const [maya, tove] = [await person("member"), await person("tpm")];
  const { key } = await maya.api.actionItem.create({
    ...{ title: "Alert on an empty backup", type: "detect", priority: "P1", ownerId: maya.id },
  });
  const [page, approving] = [await open(maya), await open(tove)];
  const action = new ActionPage(page);
  await action.open(key);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Request a waiver" }).click();
  const dialog = page.getByRole("dialog", { name: `Request a waiver for ${key}` });
  await dialog.getByRole("textbox", { name: "Until" }).fill("in 8 weeks");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("x");
  await dialog.getByRole("button", { name: "Request a waiver" }).click();
  await expect(dialog).toContainText("Explain in a sentence why it has to wait");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The storage move freezes it");
  await dialog.getByRole("textbox", { name: "Mitigation" }).fill("On-call checks the size each Monday");
  // A day that can't be read isn't replaced by the one read before it.
  await dialog.getByRole("textbox", { name: "Until" }).fill("some day");
  await dialog.getByRole("button", { name: "Request a waiver" }).press("Enter");
  await expect(dialog.getByRole("textbox", { name: "Until" })).toBeFocused();
  await dialog.getByRole("textbox", { name: "Until" }).fill("in 8 weeks");
  // The connection fails once. The dialog opens again with what was typed.
  await page.route("**/api/rpc/actionItem/transition", (route) => route.abort(), { times: 1 });
  await dialog.getByRole("button", { name: "Request a waiver" }).click();
  await expect(dialog.getByRole("alert")).toContainText("No response from the server");
  await expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveValue("The storage move freezes it");
  await dialog.getByRole("button", { name: "Request a waiver" }).click();
  await expect(page.getByRole("region", { name: /^Waiver requested until/ })).toContainText(
    "The storage move freezes it",
  );
  await expect(page.getByRole("button", { name: "Approve the waiver" })).toHaveCount(0);

  await approving.goto(`/actions/${key}`);
  await approving.getByRole("button", { name: "Approve the waiver" }).click();
  await expect(new ActionPage(approving).facts).toContainText("Waived");
  await expect(action.facts).toContainText("Waived");
  const waiver = page.getByRole("region", { name: /^Waived until/ });
  await expect(waiver).toContainText("Proposed again on");

  // The owner can't extend it alone either.
  await waiver.getByRole("button", { name: "Ask for longer" }).click();
  const longer = page.getByRole("dialog", { name: `Ask for a longer waiver for ${key}` });
  await expect(longer.getByRole("textbox", { name: "Mitigation" })).toHaveValue("On-call checks the size each Monday");
  await longer.getByRole("textbox", { name: "Until" }).fill("in 4 weeks");
  await longer.getByRole("textbox", { name: "Reason" }).fill("The storage move takes a month more");
  await longer.getByRole("button", { name: "Ask for longer" }).click();
  await expect(longer).toContainText("Enter a day after the one on which the present waiver ends");
  await longer.getByRole("textbox", { name: "Until" }).fill("in 12 weeks");
  await longer.getByRole("button", { name: "Ask for longer" }).click();
  const requested = page.getByRole("region", { name: /^Longer waiver requested until/ });
  await expect(requested).toContainText("The storage move takes a month more");
  await expect(waiver).toContainText("The storage move freezes it");
  await expect(waiver.getByRole("button", { name: "Ask for longer" })).toHaveCount(0);
  await approving.getByRole("button", { name: "Approve the longer waiver" }).click();
  await expect(requested).toHaveCount(0);
  await expect(waiver).toContainText("The storage move takes a month more");
  await expect(page.getByRole("listitem").filter({ hasText: "Waiver extended until" })).toBeVisible();
});

test("an ended session leads to sign in, and then back to the same page", async ({ person, open, admin }) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { reviewKey, word } = await tellStory(maya);
  const [page, text, form] = [await open(farid), await open(farid), await open(farid)];
  await page.goto("/incidents");
  await form.goto("/incidents/new");
  const title = form.getByRole("textbox", { name: "What happened" });
  await title.fill(`Kept over the end of a session ${word}`);
  await form.getByRole("radio", { name: "SEV3" }).check();
  const review = new ReviewPage(text);
  await review.open(reviewKey);

  const { url } = await admin.member.resetLink({ id: farid.id });
  const reset = await open(null);
  await reset.goto(new URL(url).pathname);
  const password = "another long password";
  await reset.getByLabel("New password").fill(password);
  await reset.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(reset.getByRole("navigation", { name: "Main" })).toBeVisible();

  await expect(review.text).toHaveAttribute("contenteditable", "false");
  await expect(text.getByText("You're signed out. Sign in again to continue.")).toBeVisible();
  const again = async (tab: typeof page) => {
    const dialog = tab.getByRole("dialog", { name: "Sign in again" });
    await dialog.getByLabel(/^Password of/).fill(password);
    await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await text.getByRole("button", { name: "Sign in again" }).first().click();
  await again(text);
  await expect(review.text).toHaveAttribute("contenteditable", "true");
  await form.getByRole("button", { name: "Create and import" }).click();
  await again(form);
  await expect(form.getByRole("heading", { name: "Import events" })).toBeVisible();
  await expect(form.getByText(`Kept over the end of a session ${word}`)).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Reviews" }).click();
  await expect(page).toHaveURL(/\/signin\?next=%2Freviews/);
  await signIn(page, { email: farid.email, password });
  await expect(page).toHaveURL(/\/reviews$/);
  await expect(page.getByRole("link", { name: new RegExp(word) }).first()).toBeVisible();
});

test("a viewer reads no draft and changes nothing", async ({ person, open }) => {
  const [vera, maya] = [await person("viewer"), await person("member")];
  const { incidentKey, reviewKey, word }: Story = await tellStory(maya);
  const { key: actionKey } = await maya.api.actionItem.create({
    title: `Watch the live queue ${word}`,
    type: "detect",
    priority: "P2",
    reviewKey,
  });
  const page = await open(vera);
  const review = new ReviewPage(page);
  const incident = new IncidentPage(page);

  await page.goto(`/incidents/${incidentKey}`);
  await expect(incident.row("rollback to payments 4.11 started")).toBeVisible();
  for (const name of ["Generate review", "Describe the customer impact", "Event", "New"])
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Import events" })).toHaveCount(0);
  await page.keyboard.press("j");
  await page.keyboard.press("h");
  await page.keyboard.press("p");
  const { items } = await maya.api.timeline.list({ key: incidentKey });
  expect(items.filter(({ pinned, hidden }) => pinned || hidden)).toEqual([]);

  await page.goto(`/reviews/${reviewKey}`);
  await expect(page.getByText("Not published yet")).toBeVisible();
  await expect(page.getByText(`Its owner is ${maya.name}.`)).toBeVisible();
  await expect(review.text).toHaveCount(0);
  await expect(review.bar).toHaveCount(0);
  expect((await page.request.get(`/api/v1/reviews/${reviewKey}/export?format=markdown`)).status()).toBe(403);
  for (const [part, what] of [
    ["factors", "Factors"],
    ["interview", "Recollections"],
    ["versions", "Versions"],
  ]) {
    await page.goto(`/reviews/${reviewKey}/${part}`);
    await expect(page.getByText(`${what} are for people who can write in this review`)).toBeVisible();
  }

  await page.goto(`/actions/${actionKey}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(word);
  await expect(page.getByRole("button", { name: "Accept" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Edit title" })).toHaveCount(0);
  await expect(vera.api.actionItem.update({ key: actionKey, version: 1, title: "Mine" })).rejects.toMatchObject({
    data: { code: "forbidden" },
  });
});

test("nothing is loaded from another host", async ({ person, open, baseURL }) => {
  const maya = await person("member");
  const { incidentKey, reviewKey } = await tellStory(maya);
  const page = await open(maya);
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  page.on("websocket", (socket) => hosts.add(new URL(socket.url()).host));
  for (const path of ["/", `/incidents/${incidentKey}`, `/reviews/${reviewKey}`, "/actions", "/forum", "/settings"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await new ReviewPage(page).open(reviewKey);
  expect([...hosts].filter((host) => host !== "")).toEqual([new URL(baseURL ?? "").host]);
});
