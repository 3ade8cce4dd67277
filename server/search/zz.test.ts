import { it } from "vitest";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { testDatabase } from "#server/testing/test-database.ts";
import { search } from "./index.ts";
import { appendFileSync } from "node:fs";
it("speed", async () => {
  const database = await testDatabase();
  const me = await makeUser(database.prisma, "member");
  await database.pool.query(`insert into action_item (id, title, type, priority, description, updated_at)
    select gen_random_uuid(), (array['Alert','Restore','Rehearse','Document','Monitor','Rotate'])[1 + n % 6] || ' the ' || (array['backup','failover','certificate','queue','prompt','gateway','index'])[1 + n % 7] || ' of host ' || n, 'prevent', 'P2', 'Because it broke once.', now()
    from generate_series(1, 100000) n`);
  await database.pool.query("vacuum analyze action_item");
  const ctx = makeContext(database.prisma, me);
  for (const q of ["certificate", "failovr", "host 77777", "ACT-5000", "rehears gatewy", "xylophone", "al", "restore the index of host 4242", "broke"]) {
    const times = [];
    let n = 0;
    for (let i = 0; i < 5; i++) { const t = performance.now(); n = (await search(ctx, { q, limit: 20 })).items.length; times.push(performance.now() - t); }
    appendFileSync("/tmp/p6/speed.txt", JSON.stringify(q) + " " + n + " " + times.map((t) => t.toFixed(0)).join(" ") + "\n");
  }
  await database.close();
}, 600000);
