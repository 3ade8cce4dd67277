import { beforeEach, describe, expect, it } from "vitest";
import type { Template } from "#lib/contract/template.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import { builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { createTemplateWriter, type TemplateChange } from "./template-writer.ts";

const FIRST: Template = {
  ...{ id: "t", slug: "own", name: "Own", archived: false, hasDraft: false, builtIn: false },
  ...{ number: 1, content: builtIn("quick"), version: 1, draft: null, versions: [], abilities: { manage: true } },
};
const use = (words: string): TemplateContent => ({ ...builtIn("quick"), use: words });

let server: Template;
let sent: TemplateChange[];
let answers: (() => void)[];

const writer = () =>
  createTemplateWriter(FIRST, ({ version, ...change }) => {
    sent.push(change);
    return new Promise((resolve, reject) => {
      answers.push(() => {
        if (version !== server.version) return reject(new Error("conflict"));
        server = { ...server, ...change, version: version + 1 };
        resolve(server);
      });
    });
  });

const turns = () => new Promise((resolve) => setTimeout(resolve, 0));
/** Responds to requests in their order until none is left. */
async function answerAll() {
  await turns();
  for (let next = answers.shift(); next; next = answers.shift()) {
    next();
    await turns();
  }
}

beforeEach(() => {
  server = FIRST;
  sent = [];
  answers = [];
});

describe("saving", () => {
  it("waits for the save before it, and continues from its version", async () => {
    const own = writer();
    own.show(use("One"));
    const first = own.save();
    await turns();
    own.show(use("Two"));
    const second = own.save();
    await turns();
    expect(sent).toHaveLength(1);
    await answerAll();
    await first;
    expect(await second).toMatchObject({ version: 3, draft: { use: "Two" } });
    expect(own.isUnsaved()).toBe(false);
  });

  it("continues from the version of a rename, which continues from that of a save", async () => {
    const own = writer();
    own.show(use("One"));
    const all = [own.save(), own.update({ name: "Ours" })];
    await turns();
    own.show(use("Two"));
    await Promise.all([answerAll(), ...all, own.save()]);
    expect(server).toMatchObject({ version: 4, name: "Ours", draft: { use: "Two" } });
  });

  it("sends nothing if nothing changed, or a change was undone", async () => {
    const own = writer();
    expect(await own.save()).toBe(FIRST);
    const before = own.shown();
    own.show(use("One"));
    own.show(before);
    expect(await own.save()).toBe(FIRST);
    own.show(use("Two"));
    await Promise.all([answerAll(), own.save(), own.save()]);
    expect(sent).toEqual([{ draft: use("Two") }]);
  });

  it("isn't stopped by a request that failed", async () => {
    const own = writer();
    const renamed = own.update({ name: "Ours" });
    await turns();
    server = { ...server, version: 2 };
    await Promise.all([answerAll(), expect(renamed).rejects.toThrow("conflict")]);
    own.read(server);
    own.show(use("One"));
    await Promise.all([answerAll(), own.save()]);
    expect(server).toMatchObject({ version: 3, draft: { use: "One" } });
  });
});

describe("a row that others saved", () => {
  const theirs: Template = { ...FIRST, version: 5, draft: use("Theirs") };

  it("is shown unless something isn't saved, and never replaced by an older row", () => {
    const own = writer();
    own.read(theirs);
    own.read(FIRST);
    expect(own.shown()).toEqual(use("Theirs"));
    own.show(use("Mine"));
    own.read({ ...theirs, version: 6 });
    expect(own.shown()).toEqual(use("Mine"));
  });

  it("keeps unsaved changes back until the person chooses", async () => {
    const own = writer();
    server = theirs;
    own.show(use("Mine"));
    own.read(theirs);
    await Promise.all([answerAll(), expect(own.save()).rejects.toThrow("conflict")]);
    expect(own.isUnsaved()).toBe(true);
    own.rebase(theirs);
    await Promise.all([answerAll(), own.save()]);
    expect(server).toMatchObject({ version: 6, draft: { use: "Mine" } });
  });
});

it("discards the draft and unsaved content, after the saves before it", async () => {
  const own = writer();
  own.show(use("One"));
  const saved = own.save();
  await turns();
  own.show(use("Two"));
  await Promise.all([answerAll(), saved, own.discard()]);
  expect(sent).toEqual([{ draft: use("One") }, { draft: null }]);
  expect(own.isUnsaved()).toBe(false);
  expect(own.shown()).toEqual(builtIn("quick"));
});
