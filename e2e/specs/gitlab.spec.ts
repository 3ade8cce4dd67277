import { join } from "node:path";
import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake, tabTo } from "../pages/keyboard.ts";
import { keyIn } from "../pages/keys.ts";

const STORY = "fixtures/stories/gitlab-2017";
const FILES = [
  `${STORY}/alertmanager.ndjson`,
  `${STORY}/pagerduty-log-entries.json`,
  `${STORY}/slack-2017-01-31.json`,
  `${STORY}/statuspage.json`,
  "prisma/seed/sources/gitlab-notes.md",
].map((file) => join(import.meta.dirname, "../..", file));

/** The milestones: what is typed to choose each, and the words of its event. */
const MILESTONES = [
  ["impact", "Impact started", "Database load rises"],
  ["det", "Detected", "Load of the primary is above 60"],
  ["page", "Paged", "On-call is paged"],
  ["ack", "Acknowledged", "Acknowledged by Database on-call"],
  ["mitigated", "Mitigated", "The database is back on the primary"],
  ["reso", "Resolved", "Resolved: GitLab.com database maintenance"],
] as const;

test("five raw files become one curated timeline with milestones, using only the keyboard", async ({
  person,
  open,
}) => {
  const farid = await person("facilitator");
  const page = await open(farid);
  const { keyboard } = page;
  const current = page.getByRole("listitem").and(page.locator("[aria-current]"));
  /** Moves down the timeline to an event, or from the top if it is above. */
  const goTo = async (words: string) => {
    await keyboard.press("Home");
    for (let pressed = 0; pressed < 40; pressed++) {
      await expect(current).toHaveCount(1);
      if ((await current.textContent())?.includes(words)) return;
      await keyboard.press("j");
    }
    throw new Error(`no event says ${words}`);
  };

  await test.step("N: an incident of 2017", async () => {
    await page.goto("/incidents");
    await awake(page);
    await keyboard.press("n");
    await expect(page.getByRole("textbox", { name: "What happened" })).toBeFocused();
    await keyboard.type(`GitLab.com database outage ${uniqueWord()}`);
    await tabTo(page, page.getByRole("radio", { name: "SEV1" }));
    await keyboard.press("Space");
    await tabTo(page, page.getByRole("textbox", { name: "Start" }));
    await keyboard.type("31 Jan 2017 18:00 UTC");
    await tabTo(page, page.getByRole("button", { name: "Create and import" }));
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Import events" })).toBeVisible();
  });

  await test.step("five files at once, each read in its format", async () => {
    const chooser = page.waitForEvent("filechooser");
    await tabTo(page, page.locator("input[type=file]"));
    await keyboard.press("Enter");
    await (await chooser).setFiles(FILES);
    const files = page.getByRole("table", { name: "Files", exact: true });
    for (const source of ["Alertmanager", "PagerDuty", "Slack", "Statuspage", "Notes"])
      await expect(files).toContainText(source);
    await expect(page.getByRole("button", { name: "Import 33 events" })).toBeEnabled();
    await keyboard.press("ControlOrMeta+Enter");
    await expect(page).toHaveURL(/\/incidents\/INC-\d+$/);
    await expect(page.getByText("33 events").first()).toBeVisible();
  });
  const key = keyIn(page.url());

  await test.step("events that are probably the same are chosen by a minimum score", async () => {
    await tabTo(page, page.getByRole("button", { name: "Review merge suggestions" }));
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Possible duplicates" });
    const apart = dialog.getByRole("button", { name: /^Dismiss: / });
    await expect(apart).toHaveCount(5);
    const stated = dialog.getByRole("button", { name: "Dismiss: Resolved: GitLab.com database maintenance" });
    await tabTo(page, stated);
    await keyboard.press("Enter");
    await expect(apart).toHaveCount(4);
    await keyboard.press("ControlOrMeta+z");
    await expect(apart).toHaveCount(5);
    await tabTo(page, stated);
    await keyboard.press("Enter");
    await expect(apart).toHaveCount(4);
    const slider = dialog.getByRole("slider");
    await tabTo(page, slider);
    for (let pressed = 0; pressed < 20; pressed++) await keyboard.press("ArrowLeft");
    await expect(slider).toHaveValue("70");
    await tabTo(page, dialog.getByRole("button", { name: "Accept 3 of 4" }));
    await keyboard.press("Enter");
    await expect(apart).toHaveCount(1);
    // Below the range of the slider, so it's reviewed on its own.
    await tabTo(page, dialog.getByRole("button", { name: "Merge: GitLabComDown: GitLab.com answers no request" }));
    await keyboard.press("Enter");
    await expect(dialog).toContainText("No more duplicates found");
    await keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("U opens the burst, U again separates it, and undo restores it; the same for merged events", async () => {
    const story = page.getByRole("list", { name: "Events in order" });
    await goTo("6 times");
    await keyboard.press("u");
    await expect(story).toContainText("18:41:10");
    await keyboard.press("u");
    await expect(story).not.toContainText("6 times");
    await keyboard.press("ControlOrMeta+z");
    await expect(story).toContainText("6 times");
    await goTo("On-call is paged");
    await expect(current).toContainText("4 sources merged");
    await keyboard.press("u");
    await expect(current).not.toContainText("sources merged");
    await keyboard.press("ControlOrMeta+z");
    await expect(current).toContainText("4 sources merged");
  });

  await test.step("M: the milestones", async () => {
    for (const [typed, name, words] of MILESTONES) {
      await goTo(words);
      await keyboard.press("m");
      const menu = page.getByRole("dialog", { name: /^Set milestone for E\d+/ });
      await expect(menu).toBeVisible();
      await keyboard.type(typed);
      await keyboard.press("Enter");
      await expect(menu).toBeHidden();
      await expect(current).toContainText(name);
    }
  });

  await test.step("P and H: important events are pinned, noise is hidden", async () => {
    for (const words of ["LVM snapshot", "I stopped the removal", "we restore the snapshot"]) {
      await goTo(words);
      await keyboard.press("p");
      await expect(current).toContainText("Pinned");
    }
    await goTo("max_wal_senders");
    const noise = page.getByRole("listitem").filter({ hasText: "max_wal_senders" });
    await keyboard.press("h");
    await expect(noise).toBeHidden();
  });

  await test.step("the result is complete: every source kept, every milestone on its event", async () => {
    const list = async () => (await farid.api.timeline.list({ key, limit: 100 })).items;
    // The page hides an event before the server has.
    await expect.poll(async () => (await list()).filter(({ hidden }) => hidden).length).toBe(1);
    const items = await list();
    expect(items).toHaveLength(33);
    expect(items.filter(({ relation }) => relation === "bundled")).toHaveLength(5);
    expect(items.filter(({ relation }) => relation === "merged")).toHaveLength(6);
    const { milestones, metrics } = await farid.api.timeline.metrics({ key });
    const set = milestones.filter(({ eventId }) => eventId !== null).map(({ name }) => name);
    expect(set.sort()).toEqual(["acknowledged", "detected", "impact_started", "mitigated", "paged", "resolved"]);
    expect(metrics.find(({ name }) => name === "timeToAcknowledge")?.seconds).not.toBeNull();
    expect(items.filter(({ pinned }) => pinned)).toHaveLength(3);
  });
});
