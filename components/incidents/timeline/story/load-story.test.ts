import { describe, expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import { loadStory } from "./load-story.ts";
import { asExpected, removeEvent, type Story } from "./story.ts";

const PAGES = ["ab", "cd", "e"];
const page = (at: number): Story => ({
  items: [...(PAGES[at] ?? "")].map((id) => sampleEvent(id, null)),
  nextCursor: at < PAGES.length - 1 ? String(at + 1) : null,
  total: 5,
});

function sourceOf(cached?: Story) {
  let cache = cached;
  const shown: string[] = [];
  const asked: (string | undefined)[] = [];
  return {
    shown,
    asked,
    set: (story: Story | undefined) => {
      cache = story;
    },
    read: () => cache,
    show: (story: Story) => {
      cache = story;
      shown.push(story.items.map((event) => event.id).join(""));
    },
    fetchPage: async (cursor: string | undefined) => {
      asked.push(cursor);
      return page(Number(cursor ?? 0));
    },
  };
}
const ids = (story: Story) => story.items.map((event) => event.id).join("");

describe("loadStory", () => {
  it("shows each page as it arrives", async () => {
    const source = sourceOf();
    expect(ids(await loadStory(source))).toBe("abcde");
    expect(source.shown).toEqual(["ab", "abcd"]);
  });

  it("continues where the server's first page stopped", async () => {
    const source = sourceOf(page(0));
    expect(ids(await loadStory(source))).toBe("abcde");
    expect(source.asked).toEqual(["1", "2"]);
  });

  it("reads a complete story again without showing parts", async () => {
    const source = sourceOf({ ...page(0), nextCursor: null });
    expect(ids(await loadStory(source))).toBe("abcde");
    expect(source.shown).toEqual([]);
  });

  it("keeps changes of the cache while pages arrived", async () => {
    const source = sourceOf();
    const fetchPage = async (cursor: string | undefined) => {
      const current = source.read();
      if (cursor === "1" && current) source.set(removeEvent(current, "a"));
      return page(Number(cursor ?? 0));
    };
    expect(ids(await loadStory({ ...source, fetchPage }))).toBe("bcde");
  });

  it("keeps changes of the page while it was loading, and adopts other people's changes", async () => {
    const source = sourceOf({ items: [..."abcde"].map((id) => sampleEvent(id, null)), nextCursor: null, total: 5 });
    const reading = loadStory(source);
    const mine = sampleEvent("b", null, { hidden: false, pinned: true, version: 2 });
    source.set({
      items: [..."abcde"].map((id) => (id === "b" ? mine : sampleEvent(id, null, { pinned: true }))),
      nextCursor: null,
      total: 5,
    });
    const { items } = await reading;
    const coming = asExpected(sampleEvent("c", null, { pinned: true }));
    const again = loadStory(source);
    source.set({ items: [sampleEvent("b", null), coming], nextCursor: null, total: 2 });
    expect((await again).items.map(({ pinned }) => pinned)).toEqual([false, false, true, false, false]);
    expect(items.map(({ id, pinned }) => `${id}${pinned ? "!" : ""}`)).toEqual(["a", "b!", "c", "d", "e"]);
  });
});
