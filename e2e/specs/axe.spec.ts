import { axeFindings } from "../fixtures/axe.ts";
import { setUpCodeOf } from "../fixtures/first-admin.ts";
import { type Person, uniqueWord } from "../fixtures/people.ts";
import { sendAlert } from "../fixtures/senders.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { startServer } from "../server.ts";

/** The records that the pages show. The tests of one worker only look at them and share them. */
interface Records {
  incident: string;
  review: string;
  action: string;
  change: string;
  integration: string;
}

/** The addresses of all pages of the app, by area. A new page adds one line. */
const PAGES: Record<string, Record<string, string | ((records: Records) => string)>> = {
  "my work and the inbox": {
    "my work": "/",
    "import write-ups": "/write-ups",
    forum: "/forum",
    inbox: "/inbox",
    "no such page": "/no/such/page",
  },
  incidents: {
    incidents: "/incidents",
    "new incident": "/incidents/new",
    incident: ({ incident }) => `/incidents/${incident}`,
    "incident with an event open": ({ incident }) => `/incidents/${incident}?event=E2`,
    "incident as seen at a moment": ({ incident }) => `/incidents/${incident}?seen=14:08`,
    impact: ({ incident }) => `/incidents/${incident}/impact`,
    "impact with windows": "/incidents/INC-1/impact",
    "two incidents compared": ({ incident }) => `/incidents/${incident}/compare?with=INC-1`,
    "timeline to print": ({ incident }) => `/incidents/${incident}/print`,
    unassigned: "/incidents/unassigned",
    import: ({ incident }) => `/incidents/${incident}/import`,
    "actions of an incident": ({ incident }) => `/incidents/${incident}/actions`,
  },
  reviews: {
    reviews: "/reviews",
    review: ({ review }) => `/reviews/${review}`,
    "a published review": "/reviews/REV-3",
    "history of a review": ({ review }) => `/reviews/${review}/history`,
    "factors of a review": ({ review }) => `/reviews/${review}/factors`,
    "interview for a review": ({ review }) => `/reviews/${review}/interview`,
    "versions of a review": ({ review }) => `/reviews/${review}/versions?to=1`,
  },
  actions: {
    actions: "/actions",
    "actions with one open": ({ action }) => `/actions?peek=${action}`,
    "actions as a board": "/actions?as=board",
    "actions as a calendar": "/actions?as=calendar",
    "new action": "/actions?new=1",
    action: ({ action }) => `/actions/${action}`,
  },
  "strategy and the programme": {
    strategy: "/strategy",
    "updates of changes": "/strategy?as=updates",
    "strategy with one open": ({ change }) => `/strategy?peek=${change}`,
    proposals: "/strategy/proposals",
    change: ({ change }) => `/strategy/${change}`,
    conditions: "/factors",
    "the week of the programme": "/programme/monday",
    "the walk through": "/programme/monday/walk",
  },
  "settings of a person and of people": {
    "settings, you": "/settings/you",
    "settings, tokens": "/settings/tokens",
    "settings, messages": "/settings/messages",
    "settings, deliveries": "/settings/deliveries",
    "settings, people": "/settings/people",
    "settings, teams": "/settings/teams",
  },
  "settings of the organisation": {
    "settings, services": "/settings/services",
    "settings, calendars": "/settings/calendars",
    "settings, policies": "/settings/policies",
    "settings, templates": "/settings/templates",
    "settings, a template": "/settings/templates/standard",
    "settings, trackers": "/settings/trackers",
  },
  "settings of tools and data": {
    "settings, integrations": "/settings/integrations",
    "settings, connect a tool": "/settings/integrations/new?source=pagerduty",
    "settings, an integration": ({ integration }) => `/settings/integrations/${integration}`,
    "settings, audit": "/settings/audit",
    "settings, AI assistant": "/settings/assistant",
    "settings, data": "/settings/data",
  },
};

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/** Light and dark, narrow and wide, once everything has loaded. */
async function expectClean(page: Page, path: string): Promise<void> {
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(path);
  await expect(page.getByRole("heading").first()).toBeVisible();
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await expect(page.getByRole("status", { name: /^(Loading|Opening)/ })).toHaveCount(0);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      const rules = colorScheme === "light" ? "all" : "colours";
      expect.soft(await axeFindings(page, rules), `${path} at ${size.width}, ${colorScheme}`).toEqual([]);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(overflow, `${path} is wider than ${size.width} px`).toBeLessThanOrEqual(0);
  }
}

/** An admin, who sees every page, with records to fill the pages. */
async function makeRecords(baseURL: string, admin: Person): Promise<Records> {
  const { api, id } = admin;
  const { word, incidentKey, reviewKey } = await tellStory(admin);
  const [, event] = (await api.timeline.list({ key: incidentKey })).items;
  const factor = await api.factor.create({
    key: reviewKey,
    statement: `The alarm watched the wrong queue ${word}`,
    status: "supported",
    evidence: event ? [{ eventId: event.id, stance: "for" }] : [],
  });
  const action = await api.actionItem.create({
    title: `Watch the live queue ${word}`,
    type: "detect",
    priority: "P1",
    ownerId: id,
    dueDate: "2025-03-20",
    doneWhen: "The alarm fires in a drill.",
    reviewKey,
    factorIds: [factor.id],
  });
  const change = await api.strategicChange.create({
    title: `One catalogue of alarms ${word}`,
    problem: "Every team names its alarms differently.",
    ownerId: id,
    factorIds: [factor.id],
    actionKeys: [action.key],
  });
  const { key, version } = change;
  await api.strategicChange.reportHealth({ key, version, health: "at_risk", body: "Two teams wait for an owner." });
  await api.comment.start({ key: reviewKey, quote: "customers", body: "Since when?", mentionIds: [id] });
  await api.token.create({ name: "Reports" });
  const { integration, secret } = await api.integration.create({ source: "alertmanager", name: word });
  await sendAlert(
    baseURL,
    { page: "", url: integration.url, secret: secret ?? "" },
    { name: `Errors${word}`, at: new Date().toISOString() },
  );
  return { incident: incidentKey, review: reviewKey, action: action.key, change: key, integration: integration.id };
}

let ada: Promise<Person> | undefined;
let records: Promise<Records> | undefined;

for (const [area, pages] of Object.entries(PAGES))
  test(`axe: ${area}`, async ({ person, open, baseURL }) => {
    ada ??= person("admin");
    const viewer = await ada;
    records ??= makeRecords(baseURL ?? "", viewer);
    const shown = await records;
    const page = await open(viewer);
    for (const [name, path] of Object.entries(pages))
      await test.step(name, () => expectClean(page, typeof path === "string" ? path : path(shown)));
  });

test("axe: a change whose TPM can't deliver it yet", async ({ person, open }) => {
  const page = await open(await person("tpm"));
  await expectClean(page, "/strategy/SC-1");
  await expect(page.getByText(/^These milestones block delivery/)).toBeVisible();
});

test("axe: an incident before its width on a narrow screen is measured", async ({ person, open }) => {
  ada ??= person("admin");
  const page = await open(await ada);
  await page.addInitScript(() => {
    window.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/incidents/INC-1");
  await expect(page.getByRole("img", { name: /events by kind from/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await axeFindings(page)).toEqual([]);
});

test("axe: sign in, an invitation and a reset", async ({ admin, person, open }) => {
  const maya = await person("member");
  const invited = await admin.member.invite({ email: `${uniqueWord()}@example.com`, role: "member" });
  const reset = await admin.member.resetLink({ id: maya.id });
  const page = await open(null);
  await expectClean(page, "/signin");
  for (const { url } of [invited, reset]) await expectClean(page, new URL(url).pathname);
  await expectClean(page, "/invite/no-such-invitation");
});

test("axe: set-up of an empty instance", async ({ open }) => {
  const server = await startServer({ AFTERWORD_DEMO: "0" });
  try {
    const page = await open(null, { baseURL: server.url });
    await expectClean(page, "/setup");
    await page.getByRole("textbox", { name: "Code" }).fill(setUpCodeOf(server));
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("textbox", { name: "Your name" })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  } finally {
    await server.stop();
  }
});
