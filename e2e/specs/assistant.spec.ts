import { says, startChatServer } from "#server/testing/chat-server.ts";
import type { Api } from "../fixtures/api.ts";
import { axeFindings } from "../fixtures/axe.ts";
import { uniqueWord } from "../fixtures/people.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

const FINDING = "No event says who was told before the payments failed.";
const SENTENCE = "Payments failed until the flag was turned off.";

test("an admin sets up the AI assistant, and an author asks it and accepts a suggestion", async ({ person, open }) => {
  const [ada, maya] = [await person("admin"), await person("member")];
  const chat = await startChatServer();
  const { incidentKey } = await tellStory(maya);
  const slug = await allowDraft(ada.api, `Drafted ${uniqueWord()}`);
  const { key } = await maya.api.review.generate({ key: incidentKey, template: slug });

  await test.step("the setting is saved and tested", async () => {
    const page = await open(ada);
    await page.goto("/settings/assistant");
    await page.getByRole("checkbox", { name: "Use the AI assistant" }).check();
    await page.getByLabel("URL").fill(chat.url);
    await page.getByLabel("Model").fill("small");
    await page.getByLabel("Key").fill("sk-of-this-test");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("A key is stored.")).toBeVisible();
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await expect(page.getByText("small answered in")).toBeVisible();
    expect(chat.asked[0]?.authorization).toBe("Bearer sk-of-this-test");
  });

  const page = await open(maya);
  const review = new ReviewPage(page);
  const dialog = page.getByRole("dialog", { name: "AI assistant" });
  await review.open(key);

  await test.step("a second look cites events, and what cites nothing is dropped and counted", async () => {
    const finding = { kind: "gap", text: FINDING };
    chat.reply = says({
      findings: [
        { ...finding, cites: ["E1"] },
        { ...finding, cites: ["E999"] },
      ],
    });
    await review.bar.getByRole("button", { name: "More", exact: true }).press("Enter");
    await page.getByRole("menuitem", { name: "AI assistant" }).press("Enter");
    await dialog.getByRole("button", { name: "Ask for a second look" }).press("Enter");
    await expect(dialog.getByText("1 finding. 1 of 2 dropped")).toBeVisible();
    await expect(dialog.getByText(FINDING)).toBeVisible();
    await expect(dialog.getByRole("list", { name: "Cites" }).getByRole("link")).toHaveCount(1);
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step("a draft arrives as a suggestion, and is text once it is accepted", async () => {
    chat.reply = says({ sentences: [{ text: SENTENCE, cites: ["E1", "E2"] }] });
    await dialog.getByRole("button", { name: "Draft a section" }).click();
    await dialog.getByRole("button", { name: "Draft this section" }).click();
    await expect(dialog.getByText("1 suggestion in the text")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(review.bar.getByRole("button", { name: "More", exact: true })).toBeFocused();
    await page.getByRole("button", { name: "1 suggestion", exact: true }).click();
    const card = page.getByRole("complementary", { name: "Suggestions" }).getByRole("article");
    await expect(card).toContainText(`AI assistant for ${maya.name}`);
    await expect(review.text.getByRole("paragraph").filter({ hasText: SENTENCE })).toHaveCount(1);
    await card.getByRole("button", { name: "Accept" }).click();
    await expect(card).toHaveCount(0);
    await expect(review.text).toContainText(SENTENCE);
  });
  // The other e2e tests share this server.
  const { version } = await ada.api.assist.setting({});
  await ada.api.assist.configure({ version, enabled: false });
  await chat.close();
});

/** Publishes a template that lets the assistant draft the impact. Returns its slug. */
async function allowDraft({ template }: Api, name: string): Promise<string> {
  const { slug, version, draft } = await template.create({ name, from: "quick" });
  if (!draft) throw new Error("a copy has a draft");
  const sections = draft.sections.map((one) => (one.key === "impact" ? { ...one, aiDraft: true as const } : one));
  const changed = await template.update({ slug, version, draft: { ...draft, sections } });
  await template.publish({ slug, version: changed.version });
  return slug;
}
