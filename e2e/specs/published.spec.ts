import type { Page } from "@playwright/test";
import type { Person } from "../fixtures/people.ts";
import { uniqueWord } from "../fixtures/people.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

/** Takes a review up to Reviewed, with every gate waived. */
async function settle({ api }: Person, key: string): Promise<void> {
  for (const to of ["in_review", "reviewed"] as const) {
    for (const { code, ok } of (await api.review.gates({ key })).gates)
      if (!ok) await api.review.waive({ key, gate: code, reason: "Talked through" });
    await api.review.transition({ key, version: (await api.review.get({ key })).version, to });
  }
}

const exportOf = async (page: Page, key: string) =>
  (await page.request.get(`/api/v1/reviews/${key}/export?format=markdown`)).text();

test("a published page stays while a writer types on, and changes when it is published again", async ({
  person,
  open,
}) => {
  const [maya, tove, vera] = [await person("member"), await person("tpm"), await person("viewer")];
  const { reviewKey, incidentKey, word } = await tellStory(maya);
  const [first, draft, fixed, note] = [uniqueWord(), uniqueWord(), uniqueWord(), uniqueWord()];
  const [hers, reading] = [await open(maya), await open(vera)];
  const writer = new ReviewPage(hers);
  const reader = new ReviewPage(reading);
  const opened: string[] = [];
  await writer.open(reviewKey);
  await writer.beginSection();
  await hers.keyboard.type(`The pool was full ${first}`);
  await expect(writer.saveState).toHaveText("Saved");
  await settle(tove, reviewKey);
  await hers.reload();
  await writer.ready();

  await test.step("its author publishes it, and writes on", async () => {
    await writer.bar.getByRole("button", { name: "Publish" }).click();
    const asked = hers.getByRole("dialog", { name: /^Publish REV-/ });
    await expect(asked).toContainText("You can continue to edit.");
    await asked.getByRole("button", { name: "Publish review" }).click();
    await expect(writer.readerText).toContainText(`published`);
    await expect(writer.readerText).toContainText(`by ${maya.name}`);
    await writer.readerBar.getByRole("link", { name: "Edit" }).click();
    await writer.ready();
    await writer.text.getByText(first).click();
    await hers.keyboard.press("End");
    await hers.keyboard.type(` and ${draft}`);
    await expect(writer.saveState).toHaveText("Saved");
    await expect(hers.getByText("Changed since publication.")).toBeVisible();
  });

  await test.step("a reader sees, exports and finds only what was published", async () => {
    reading.on("websocket", (socket) => opened.push(socket.url()));
    await reading.goto(`/reviews/${reviewKey}`);
    await expect(reader.readerText).toContainText(first);
    await expect(reader.readerText).not.toContainText(draft);
    await expect(reader.readerBar.getByRole("link", { name: "Edit" })).toHaveCount(0);
    const file = await exportOf(reading, reviewKey);
    expect(file).toContain(first);
    expect(file).not.toContain(draft);
    expect(await exportOf(hers, reviewKey)).toContain(draft);
    await reading.goto(`/forum?q=${first}`);
    await expect(reading.getByRole("link", { name: new RegExp(word) })).toBeVisible();
    await reading.goto(`/forum?q=${draft}`);
    await expect(reading.getByRole("link", { name: new RegExp(word) })).toHaveCount(0);
    await reading.goto(`/reviews/${reviewKey}?as=draft`);
    await expect(reader.readerText).toContainText(first);
    expect(opened.filter((url) => url.includes("/collab"))).toEqual([]);
  });

  await test.step("a change of a cited event doesn't change the page, and writers read about it", async () => {
    const chip = reader.readerText.getByRole("link", { name: /^Evidence E\d+/ }).first();
    const words = (await chip.getAttribute("aria-label")) ?? "";
    const { items } = await maya.api.timeline.list({ key: incidentKey });
    const cited = items.find(({ number }) => words.startsWith(`Evidence E${number},`));
    if (!cited) throw new Error(`${words} is not on the timeline`);
    const { id, version } = cited;
    await maya.api.timeline.update({ key: incidentKey, id, version, title: `Retold ${uniqueWord()}` });
    await reading.reload();
    await expect(chip).toHaveAttribute("aria-label", words);
    await expect(
      reading.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Forum" }),
    ).toHaveAttribute("aria-current", "page");
    await expect(hers.getByText(/Records changed: .*Timeline/)).toBeVisible();
  });

  await test.step("a writer sees the page as readers do, and what has changed since", async () => {
    await hers.getByRole("link", { name: "See what readers see" }).click();
    await expect(writer.readerText).toContainText(first);
    await expect(writer.readerText).not.toContainText(draft);
    await writer.readerBar.getByRole("link", { name: /^Edit/ }).click();
    await writer.ready();
    await hers.getByRole("link", { name: "See the difference" }).click();
    await expect(hers.getByRole("insertion").filter({ hasText: draft })).toContainText(` and ${draft}`);
    await hers.getByRole("link", { name: "Back to the text" }).click();
    await writer.readerBar.getByRole("link", { name: /^Edit/ }).click();
    await writer.ready();
  });

  await test.step("it is published again with a note, which the open page of the reader shows", async () => {
    await writer.text.getByText(first).click();
    await hers.keyboard.press("End");
    await hers.keyboard.type(`, ${fixed}`);
    await expect(writer.saveState).toHaveText("Saved");
    await hers.getByRole("button", { name: "Publish again" }).click();
    const asked = hers.getByRole("dialog", { name: /^Publish REV-.* again/ });
    await asked.getByRole("button", { name: "Publish again" }).click();
    await expect(asked).toContainText("Enter what changed");
    await asked.getByRole("textbox", { name: "What changed" }).fill(`Retries are described ${note}`);
    await asked.getByRole("button", { name: "Publish again" }).click();
    await expect(writer.readerText).toContainText(fixed);
    await expect(reader.readerText).toContainText(fixed);
    await expect(reader.readerText).toContainText(note);
    await expect(reader.readerText).toContainText(draft);
    expect(await exportOf(reading, reviewKey)).toContain(fixed);
    await reading.goto(`/forum?q=${draft}`);
    await expect(reading.getByRole("link", { name: new RegExp(word) })).toBeVisible();
    await expect(reading.getByText(`Retries are described ${note}`)).toBeVisible();
  });

  await test.step("someone restores the published text, and the open draft says that it is the same again", async () => {
    await writer.readerBar.getByRole("link", { name: "Edit" }).click();
    await writer.ready();
    await writer.text.getByText(first).click();
    await hers.keyboard.press("End");
    await hers.keyboard.type(`, ${word}`);
    await expect(hers.getByText("Changed since publication.")).toBeVisible();
    await expect(writer.saveState).toHaveText("Saved");
    const { publication } = await tove.api.review.get({ key: reviewKey });
    await tove.api.version.restore({ key: reviewKey, number: publication?.version ?? 0 });
    await expect(hers.getByText("which is this text")).toBeVisible();
  });
});

test("an approver can't approve words that came while they read, and sees which did", async ({ person, open }) => {
  const [maya, tove] = [await person("member"), await person("tpm")];
  const { reviewKey } = await tellStory(maya);
  const word = uniqueWord();
  const [hers, theirs] = [await open(maya), await open(tove)];
  const [writer, approver] = [new ReviewPage(hers), new ReviewPage(theirs)];
  await writer.open(reviewKey);
  await writer.beginSection();
  await hers.keyboard.type("The pool was full.");
  await expect(writer.saveState).toHaveText("Saved");
  const { version } = await tove.api.review.get({ key: reviewKey });
  await tove.api.review.update({ key: reviewKey, version, approverIds: [tove.id] });
  await settle(tove, reviewKey);
  await approver.open(reviewKey);
  const dialog = theirs.getByRole("dialog", { name: "Approvals" });
  const approve = dialog.getByRole("button", { name: "Approve", exact: true });
  await approver.bar.getByRole("button", { name: "Approved 0 of 1" }).click();
  await expect(approve).toBeEnabled();
  await hers.keyboard.type(` Retries ${word}`);
  await expect(writer.saveState).toHaveText("Saved");
  await approve.click();
  await expect(dialog.getByRole("alert")).toContainText("The text changed while you were reading");
  await expect(approve).toBeDisabled();
  await dialog.getByRole("link", { name: "See what changed" }).click();
  await expect(theirs.getByRole("insertion").filter({ hasText: word })).toBeVisible();
  await approver.open(reviewKey);
  await approver.bar.getByRole("button", { name: "Approved 0 of 1" }).click();
  await approve.click();
  await expect(approver.bar.getByRole("button", { name: "Approved 1 of 1" })).toBeVisible();
});
