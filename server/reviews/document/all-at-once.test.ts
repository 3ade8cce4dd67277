import { Fragment, type Mark, Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { storedJson } from "#lib/document/from-yjs.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { likeness } from "#lib/document/testing/suggester.ts";
import { textAs } from "#lib/document/text-as.ts";
import { decideAll, EVERY_KIND, IN_PLACE, playTogether, proposeMuch, SERVER_EDITS } from "./testing/all-at-once.ts";

const seed = fc.integer({ min: 1, max: 1_000_000 });

const wordsOf = (mark: Mark) => JSON.stringify(mark);

/** Comments on the same letters are in the order in which an editor received them. No one can see it. */
function inOneOrder(node: Node): Node {
  if (node.isText) return node.mark(node.marks.toSorted((one, other) => (wordsOf(one) < wordsOf(other) ? -1 : 1)));
  return node.copy(Fragment.fromArray(node.children.map(inOneOrder)));
}

test("whatever people and the server do at once, everyone ends with the same valid text as the log", () => {
  fc.assert(
    fc.property(seed, fc.constantFrom(0.4, 0.7, 0.95), (start, arrives) => {
      const story = { seed: start, steps: 40, kinds: EVERY_KIND, serverEdits: SERVER_EDITS, arrives };
      const { server } = playTogether(story);
      const stored = storedJson(server.committed());
      for (const person of server.people) {
        expect(storedJson(person.document)).toEqual(stored);
        expect(inOneOrder(person.state.doc).eq(inOneOrder(person.stored()))).toBe(true);
      }
      for (const reading of ["as_it_stands", "as_proposed"] as const)
        Node.fromJSON(editorSchema(), textAs(stored, reading)).check();
      server.compact();
      expect(storedJson(server.committed())).toEqual(stored);
    }),
    // Rows of a table that two people delete before an editor removes the table, and two comments on one letter.
    {
      numRuns: 30,
      examples: [
        [834803, 0.7],
        [165315, 0.95],
      ],
    },
  );
}, 60_000);

/** Number of times that each typed letter is in the text, for those that no edit removed. */
function lettersLeft(story: Parameters<typeof playTogether>[0]): number[] {
  const { server, typed, removed } = playTogether(story);
  const stored = JSON.stringify(storedJson(server.committed()));
  const times = [...typed].map((letter) => ({ letter, count: stored.split(letter).length - 1 }));
  return times.flatMap(({ letter, count }) => (removed.has(letter) && count === 0 ? [] : [count]));
}

test("nothing that anyone typed is lost or doubled, unless an edit removed it", () => {
  fc.assert(
    fc.property(seed, fc.constantFrom(0.4, 0.95), (start, arrives) => {
      const story = { seed: start, steps: 40, kinds: IN_PLACE, serverEdits: SERVER_EDITS, arrives };
      for (const count of lettersLeft(story)) expect(count).toBe(1);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("no letter is lost while people split, join and delete lines, and versions are restored", () => {
  const kinds = fc.constantFrom(EVERY_KIND, [...IN_PLACE, "split", "join"] as const);
  const serverEdits = fc.constantFrom(SERVER_EDITS, ["restore"] as const);
  fc.assert(
    fc.property(seed, fc.constantFrom(0.4, 0.95), kinds, serverEdits, (start, arrives, edits, byServer) => {
      const story = { seed: start, steps: 40, kinds: edits, serverEdits: byServer, arrives };
      for (const count of lettersLeft(story)) expect(count).toBeGreaterThan(0);
    }),
    // A letter that followed Enter, or that a restore wrote, into a line that someone then deletes unseen.
    {
      numRuns: 60,
      examples: [
        [999506, 0.4, EVERY_KIND, SERVER_EDITS],
        [16, 0.4, EVERY_KIND, ["restore"]],
        [1133, 0.4, EVERY_KIND, ["restore"]],
      ],
    },
  );
}, 60_000);

test("accepting all that was proposed gives the text as proposed, and rejecting all gives the text before", () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 1, max: 15 }), (start, edits) => {
      const { before, proposed } = proposeMuch(start, edits);
      expect(likeness(decideAll(proposed, "accept"))).toBe(likeness(textAs(storedJson(proposed), "as_proposed")));
      expect(likeness(decideAll(proposed, "reject"))).toBe(likeness(before));
    }),
    // An Enter in a line that then joins a heading: accepted after the join, it would make a second heading.
    { numRuns: 30, examples: [[819576, 11]] },
  );
}, 60_000);
