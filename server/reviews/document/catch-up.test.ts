import { Document } from "@hocuspocus/server";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { catchUp, catchUpTo } from "./catch-up.ts";
import { stateOf } from "./guard/document-state.ts";
import type { SqlExecutor } from "./log/sql.ts";

const written = new Y.Doc();
written.getText("t").insert(0, "later");
const row = { seq: 1, data: Y.encodeStateAsUpdate(written), is_snapshot: false, schema_version: 1 };

/** A database whose readings of the log give these rows, each when the test says so. */
function readings(...results: object[][]) {
  const reads = results.map(() => Promise.withResolvers<void>());
  let turn = 0;
  const sql: SqlExecutor = {
    async query(text) {
      if (!text.includes("FROM document_update")) return { rows: [] };
      const mine = turn++;
      await reads[mine]?.promise;
      return { rows: (results[mine] ?? []) as Record<string, unknown>[] };
    },
  };
  return { sql, finish: (which: number) => reads[which]?.resolve(), count: () => turn };
}

test("a row that is committed during a reading is read by one more", async () => {
  const { sql, finish, count } = readings([], [row]);
  const document = new Document("d");
  const early = catchUp(sql, document);
  const hinted = catchUpTo(sql, document, 1);
  finish(0);
  finish(1);
  await Promise.all([early, hinted]);
  expect(document.getText("t").toString()).toBe("later");
  expect([stateOf(document).appliedSeq, count()]).toEqual([1, 2]);
  document.destroy();
});

test("many calls during a reading share the one that follows", async () => {
  const { sql, finish, count } = readings([], [row]);
  const document = new Document("d");
  const all = Array.from({ length: 5 }, () => catchUp(sql, document));
  finish(0);
  finish(1);
  await Promise.all(all);
  expect([stateOf(document).appliedSeq, count()]).toEqual([1, 2]);
  await catchUpTo(sql, document, 1);
  expect(count()).toBe(2);
  document.destroy();
});
