import { beforeEach, describe, expect, it } from "vitest";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { differences, type EventFields, isEdited, withFields } from "../story/event-fields.ts";
import type { Story } from "../story/story.ts";
import { sampleEvent } from "../testing/sample-event.ts";
import { createEventWriter } from "./event-writer.ts";

const AT = "2017-01-31T18:00:00.000Z";
class Refused extends Error {
  readonly newer: TimelineEvent | null;
  constructor(newer: TimelineEvent | null) {
    super("refused");
    this.newer = newer;
  }
}

let story: Story;
let server: Map<string, TimelineEvent>;
let answers: (() => void)[];

const one = (id: string) => {
  const event = story.items.find((each) => each.id === id);
  if (!event) throw new Error(`${id} is not shown`);
  return event;
};
const answerNext = () => answers.shift()?.();

const writer = () =>
  createEventWriter({
    read: () => story,
    write: (change) => {
      story = change(story);
    },
    send: (id, version, fields: EventFields) =>
      new Promise((resolve, reject) => {
        answers.push(() => {
          const stored = server.get(id);
          if (!stored || stored.version !== version) return reject(new Refused(stored ?? null));
          const next = { ...withFields(stored, fields), version: version + 1 };
          server.set(id, next);
          resolve(next);
        });
      }),
    newerOf: (error) => (error instanceof Refused ? error.newer : null),
  });

const turns = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  const items = [sampleEvent("a", AT), sampleEvent("b", "2017-01-31T20:00:00.000Z")];
  story = { items, nextCursor: null, total: 2 };
  server = new Map(items.map((event) => [event.id, event]));
  answers = [];
});

describe("changing an event", () => {
  it("shows it before the server answers", () => {
    void writer().change(one("a"), { pinned: true });
    expect(one("a").pinned).toBe(true);
  });

  it("sends quick changes one after the other, each with the version from before", async () => {
    const { change } = writer();
    const both = [change(one("a"), { pinned: true }), change(one("a"), { hidden: true })];
    await turns();
    expect(answers).toHaveLength(1);
    answerNext();
    await turns();
    expect(one("a")).toMatchObject({ pinned: true, hidden: true, version: 2 });
    answerNext();
    await Promise.all(both);
    expect(one("a")).toMatchObject({ pinned: true, hidden: true, version: 3 });
  });

  it("moves an event to its new time, and back if that is rejected", async () => {
    const changing = writer().change(one("a"), { at: "2017-01-31T21:00:00.000Z" });
    expect(story.items.map((event) => event.id)).toEqual(["b", "a"]);
    server.delete("a");
    await turns();
    answerNext();
    await expect(changing).rejects.toThrow();
    expect(story.items.map((event) => event.id)).toEqual(["a", "b"]);
    expect(one("a").at).toBe(AT);
  });

  it("shows the other person's event on a conflict", async () => {
    server.set("a", sampleEvent("a", AT, { title: "theirs", version: 7 }));
    const changing = writer().change(one("a"), { title: "mine" });
    await turns();
    answerNext();
    await expect(changing).rejects.toThrow();
    expect(one("a")).toMatchObject({ title: "theirs", version: 7 });
    expect(differences(one("a"), { title: "mine" })).toBe("Title is now “theirs”, you wrote “mine”");
  });

  it("removes and restores", async () => {
    const { change } = writer();
    const event = one("a");
    const removing = change(event, { removed: true });
    expect(story).toMatchObject({ total: 1 });
    await turns();
    answerNext();
    const removed = await removing;
    const restoring = change(removed, { removed: false });
    await turns();
    answerNext();
    await restoring;
    expect(story.items.map((each) => each.id)).toEqual(["a", "b"]);
    expect(one("a")).toMatchObject({ removed: false, version: 3 });
  });
});

it("counts as edited only while it differs from its source", () => {
  const { title, body, kind, endAt } = sampleEvent("a", AT);
  const original = { title, body, kind, at: AT, endAt };
  expect(isEdited(sampleEvent("a", AT))).toBe(false);
  expect(isEdited(sampleEvent("a", AT, { original }))).toBe(false);
  expect(isEdited(sampleEvent("a", AT, { original, kind: "paged" }))).toBe(true);
});
