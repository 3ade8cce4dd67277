import { describe, expect, test } from "vitest";
import { type DocumentNode, descendants } from "#lib/document/document-json.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { blockAt, moveBlock } from "#lib/document/move-block.ts";
import { Random } from "#lib/document/testing/random.ts";
import { linesOf } from "#lib/document/testing/random-edit.ts";
import { beginning } from "#lib/document/testing/writer.ts";
import { type Colleague, OneServer } from "../testing/one-server.ts";

const MOVE = "move";
const line = (id: string, words: string): DocumentNode => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text: words }],
});
const WORDS = ["alert fired late", "BACKUP NEVER RAN", "0123456789012345", "~!#$%^&*()_+{}|?"];

/** Types a letter that no one else types, in any line, even at its ends. */
function type(person: Colleague, chance: Random, letter: string): void {
  const { state } = person;
  const { from, to } = chance.pick(linesOf(state.doc));
  person.dispatch(state.tr.insertText(letter, from + chance.below(to - from + 1)));
}

/** Three people type, and one or two of them move blocks, each a message or two ahead of the others. */
function together(run: number, movers: number) {
  const chance = new Random(run * 31 + movers);
  const server = new OneServer(beginning(...WORDS.map((words, at) => line(`p${at}`, words))), 3, true);
  const { people } = server;
  const typed: string[] = [];
  for (let step = 0; step < 40; step++) {
    const person = chance.pick(people);
    if (people.indexOf(person) < movers && chance.below(4) === 0) {
      const { fragment } = person;
      const block = blockAt(fragment, [chance.below(fragment.length)]);
      if (block) moveBlock(block, chance.below(fragment.length + 1), MOVE);
    } else {
      const letter = String.fromCharCode(0x6e00 + step);
      typed.push(letter);
      type(person, chance, letter);
    }
    for (let arrivals = 0; arrivals < 4; arrivals++) {
      const other = chance.pick(people);
      if (chance.below(2) === 0) server.deliver(other);
      else other.receiveNext();
    }
  }
  while (!server.isQuiet)
    for (const person of people) {
      server.deliver(person);
      person.receiveNext();
    }
  const json = documentJson(server.committed());
  const lines = (json.content ?? []).map((block) => [...descendants(block)].map((node) => node.text ?? "").join(""));
  return { people, typed, json, lines };
}

const without = (words: string) => words.replaceAll(/[\u6e00-\u6eff]/g, "");

describe("blocks that move while others type in them", () => {
  test.each([1, 2])("lose and double nothing, with %d people moving them", (movers) => {
    for (let run = 1; run <= 150; run++) {
      const { people, typed, json, lines } = together(run, movers);
      expect(lines.map(without).toSorted(), `run ${run}`).toEqual(WORDS.toSorted());
      expect([...lines.join("")].filter((letter) => typed.includes(letter)).toSorted(), `run ${run}`).toEqual(typed);
      for (const person of people) expect(documentJson(person.document)).toEqual(json);
    }
  });
});
