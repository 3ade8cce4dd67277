import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import {
  appendPage,
  asExpected,
  keepNewer,
  moveMilestone,
  placeEvent,
  removeEvent,
  replaceEvent,
  type Story,
  shareEvents,
} from "./story.ts";

const at = (hour: number) => `2017-01-31T${String(hour).padStart(2, "0")}:00:00.000Z`;
const story: Story = {
  items: [sampleEvent("a", at(1)), sampleEvent("b", null), sampleEvent("c", at(3)), sampleEvent("d", at(5))],
  nextCursor: null,
  total: 4,
};
const ids = ({ items }: Story) => items.map((event) => event.id).join("");

describe("a story", () => {
  it("grows by pages, and shows an event that moved between them once", () => {
    const first = { ...story, nextCursor: "c", total: 6 };
    const grown = appendPage(first, {
      items: [sampleEvent("c", at(6)), sampleEvent("e", at(7))],
      nextCursor: null,
      total: 5,
    });
    expect(ids(grown)).toBe("abdce");
    expect(grown).toMatchObject({ nextCursor: null, total: 5 });
  });

  it("replaces one event and changes nothing else", () => {
    const changed = replaceEvent(story, sampleEvent("c", at(3), { pinned: true }));
    expect(changed.items[2]?.pinned).toBe(true);
    expect(changed.items[0]).toBe(story.items[0]);
  });

  it("drops an event that was removed", () => {
    expect(ids(replaceEvent(story, sampleEvent("c", at(3), { removed: true })))).toBe("abd");
    expect(removeEvent(story, "a").total).toBe(3);
  });

  it.each([
    ["between", at(4), "abcxd"],
    ["first", at(0), "xabcd"],
    ["last", at(9), "abcdx"],
    ["behind those of the same instant", at(3), "abcxd"],
  ])("places a timed event %s", (_where, instant, order) => {
    expect(ids(placeEvent(story, sampleEvent("x", instant)))).toBe(order);
  });

  it("places an untimed event after its neighbour, otherwise at the end", () => {
    expect(ids(placeEvent(story, sampleEvent("x", null), "c"))).toBe("abcxd");
    expect(ids(placeEvent(story, sampleEvent("x", null)))).toBe("abcdx");
  });

  it("moves an event whose time changed", () => {
    expect(ids(placeEvent(story, sampleEvent("a", at(4))))).toBe("bcad");
    expect(placeEvent(story, sampleEvent("a", at(4))).total).toBe(4);
  });

  it("keeps a milestone on one event", () => {
    const first = moveMilestone(story, "detected", "a");
    const moved = moveMilestone(first, "detected", "d");
    expect(moved.items.map((event) => event.milestones)).toEqual([[], [], [], ["detected"]]);
    expect(moveMilestone(moved, "detected", null).items.every((event) => event.milestones.length === 0)).toBe(true);
  });

  it("shows a pending step although a reading ends in the meantime", async () => {
    const client = new QueryClient();
    const queryKey = ["story"];
    const observer = new QueryObserver<Story>(client, {
      queryKey,
      enabled: false,
      structuralSharing: (shown, next) => shareEvents(shown as Story | undefined, next as Story),
      queryFn: () => keepNewer(structuredClone(story), client.getQueryData(queryKey)),
    });
    const stop = observer.subscribe(() => undefined);
    client.setQueryData<Story>(queryKey, story);
    const hidden = asExpected({ ...sampleEvent("a", at(1)), hidden: true });
    client.setQueryData<Story>(queryKey, (shown) => shown && replaceEvent(shown, hidden));
    await observer.refetch();
    const items = client.getQueryData<Story>(queryKey)?.items ?? [];
    expect(items.map((event) => event.hidden)).toEqual([true, false, false, false]);
    // Unchanged events aren't rendered again.
    expect(items.slice(1).every((event, index) => event === story.items[index + 1])).toBe(true);
    await observer.refetch();
    expect(client.getQueryData<Story>(queryKey)?.items).toBe(items);
    stop();
  });
});
