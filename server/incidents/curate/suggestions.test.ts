import { expect, it } from "vitest";
import { MergeSuggestion } from "#lib/contract/curate.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { acceptSuggestions, keepApart, mergeSuggestions } from "./index.ts";

const my = memberDesk();

async function flapping() {
  const key = await my.desk.newIncident();
  const alert = await my.desk.add(key, "09:00:00", "SignInErrorRate is firing", "alertmanager", "alert_fired");
  const page = await my.desk.add(key, "09:00:07", "Page: SignInErrorRate", "pagerduty", "paged");
  await my.desk.add(key, "09:04:00", "SignInErrorRate is firing", "alertmanager", "alert_fired");
  await my.desk.add(key, "09:09:00", "SignInErrorRate is firing", "alertmanager", "alert_fired");
  return { key, alert, page };
}
const suggested = async (key: string) => (await mergeSuggestions(my.desk.as(my.member), { key })).items;

it("returns what seems to be one fact and changes nothing", async () => {
  const { key } = await flapping();
  const items = await suggested(key);
  expect(items.map((item) => MergeSuggestion.parse(item))).toEqual(items);
  expect(items.map(({ relation, reason }) => `${relation}: ${reason}`).sort()).toEqual([
    "bundled: 3 times “SignInErrorRate is firing” within 9 m, Alertmanager",
    "merged: Same alert name SignInErrorRate, 7 s apart, Alertmanager and PagerDuty",
  ]);
  expect(await my.desk.places(key)).toEqual(["E1", "E2", "E3", "E4"]);
});

it("accepts above a confidence, once", async () => {
  const { key } = await flapping();
  const accept = (atLeast: number) => acceptSuggestions(my.desk.as(my.member), { key, atLeast });
  expect(await accept(0.99)).toEqual({ accepted: 0, events: [] });
  const { accepted, events } = await accept(0.9);
  expect([accepted, events.map(({ number }) => number)]).toEqual([2, [2, 3, 4]]);
  expect(await my.desk.places(key)).toEqual(["E1", "E2 merged E1", "E3 bundled E1", "E4 bundled E1"]);
  expect((await accept(0)).accepted).toBe(0);
});

it("bundles an alert that repeats and pages each time into one line with the right count", async () => {
  const key = await my.desk.newIncident();
  for (const clock of ["09:00", "09:04", "09:09"]) {
    await my.desk.add(key, `${clock}:00`, "SignInErrorRate is firing", "alertmanager", "alert_fired");
    await my.desk.add(key, `${clock}:02`, "Page: SignInErrorRate", "pagerduty", "paged");
  }
  await acceptSuggestions(my.desk.as(my.member), { key, atLeast: 0.5 });
  expect(await my.desk.places(key)).toEqual([
    "E1",
    "E2 merged E1",
    "E3 bundled E1",
    "E4 merged E3",
    "E5 bundled E1",
    "E6 merged E5",
  ]);
});

it("never suggests again what a person marked as different, until that is undone", async () => {
  const { key, alert, page } = await flapping();
  const first = await suggested(key);
  const pair = { key, eventIds: [alert.id, page.id] };
  const { items } = await keepApart(my.desk.as(my.member), { ...pair, apart: true });
  const together = items.map(({ leadId, eventIds }) => [leadId, ...eventIds]);
  expect(together.filter((ids) => pair.eventIds.every((id) => ids.includes(id)))).toEqual([]);
  expect(items).not.toEqual(first);
  await keepApart(my.desk.as(my.member), { ...pair, apart: true });
  const again = await keepApart(my.desk.as(my.member), { ...pair, apart: false });
  expect(again.items).toEqual(first);
  const others = await flapping();
  const otherPair = { key: others.key, eventIds: [others.alert.id, others.page.id] };
  const { items: remaining } = await keepApart(my.desk.as(my.member), { ...otherPair, apart: true });
  await keepApart(my.desk.as(my.member), { ...pair, apart: false });
  expect(await suggested(others.key)).toEqual(remaining);
  const stranger = { key, eventIds: [alert.id, crypto.randomUUID()], apart: true };
  await expect(keepApart(my.desk.as(my.member), stranger)).rejects.toMatchObject({ code: "not_found" });
});
