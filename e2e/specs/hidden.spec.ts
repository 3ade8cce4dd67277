import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";

test("what is restricted or purged disappears at once from screens that others have open", async ({ person, open }) => {
  const [maya, nils, ada] = [await person("member"), await person("viewer"), await person("admin")];
  const title = `Rotate the keys ${uniqueWord()}`;
  const incident = await maya.api.incident.create({
    ...{ title: `Leaked keys ${uniqueWord()}`, severity: 1, startedAt: "2025-03-05T10:00:00Z" },
  });
  const fields = { type: "repair", priority: "P2", ownerId: maya.id } as const;
  const hidden = await maya.api.actionItem.create({ ...fields, title, incidentKey: incident.key });
  const purged = await maya.api.actionItem.create({ ...fields, title: `${title} twice` });
  const review = await maya.api.review.generate({ key: incident.key, template: "quick" });
  const openAt = async (path: string, shown = title) => {
    const page = await open(nils);
    await page.goto(path);
    await awake(page);
    await expect(page.getByText(shown).filter({ visible: true }).first()).toBeVisible();
    return page;
  };
  const onReview = await openAt(`/reviews/${review.key}`, incident.title);
  const [onAction, onList, onPurged] = [
    await openAt(`/actions/${hidden.key}`),
    await openAt(`/actions?q=${encodeURIComponent(title)}`),
    await openAt(`/actions/${purged.key}`),
  ];

  await test.step("a restricted incident takes its action and its review away from their pages and the list", async () => {
    const { version } = await maya.api.incident.get({ key: incident.key });
    await maya.api.incident.restrict({ key: incident.key, version, restricted: true, userIds: [], teamIds: [] });
    await expect(onAction.getByText(`${hidden.key} not found`)).toBeVisible();
    await expect(onAction.getByText(title)).toHaveCount(0);
    await expect(onReview.getByText(`${review.key} not found`)).toBeVisible();
    await expect(onReview.getByText(incident.title)).toHaveCount(0);
    await expect(onList.getByText(hidden.key, { exact: true })).toHaveCount(0);
    await expect(onList.getByText(purged.key, { exact: true })).toBeVisible();
  });

  await test.step("a purged action leaves its key, and who purged it", async () => {
    const { version } = await ada.api.actionItem.get({ key: purged.key });
    await ada.api.actionRework.purge({ key: purged.key, version, confirm: purged.key });
    await expect(onPurged.getByText(`${purged.key} was purged by ${ada.name}`)).toBeVisible();
    await expect(onPurged.getByText(title)).toHaveCount(0);
    await expect(onPurged.getByRole("button", { name: "More" })).toHaveCount(0);
  });
});
