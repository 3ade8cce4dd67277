// A process that can be killed or stopped: the collaboration server alone, for everyone. Arguments: database address,
// port, ms between polls of the log, "deaf" for one that hears no messages of other processes.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { listen } from "#server/base/db/listen.ts";
import { openPool } from "#server/base/db/pools.ts";
import { compactDueDocuments } from "../log/compact.ts";
import { DOCUMENT_CHANNEL } from "../log/news.ts";
import { createCollabServer } from "../server.ts";

const [url = "", port = "0", pollMs = "3000", hearing] = process.argv.slice(2);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const { pool } = openPool({ connectionString: url, max: 4 }, () => undefined);

const collab = createCollabServer({
  pool,
  findVisitor: async (headers) => ({ userId: headers.get("x-user") ?? "", network: "here" }),
  authenticate: async (headers) => {
    const userId = headers.get("x-user");
    return userId
      ? { userId, name: userId, sessionId: null, readOnly: false, restricted: false, reviewId: null }
      : null;
  },
  isOriginAllowed: () => true,
  logger: quiet,
  settings: { pollMs: Number(pollMs) },
});
if (hearing !== "deaf")
  listen({
    url,
    log: quiet,
    channels: { [DOCUMENT_CHANNEL]: (message) => collab.hear(message).catch(() => undefined) },
    onGap: () => collab.missed().catch(() => undefined),
  });

// Compaction as often as possible, so some kills happen during it.
setInterval(() => {
  compactDueDocuments(pool, { tailRows: 20, tailBytes: 1e9, keepCoveredDays: 30 }).catch(() => undefined);
}, 50);

const server = createServer().on("upgrade", collab.handleUpgrade);
server.listen(Number(port), "127.0.0.1", () => console.log(`READY ${(server.address() as AddressInfo).port}`));

process.on("SIGTERM", () => {
  server.close();
  void collab.close().finally(() => process.exit());
});
process.stdin.on("end", () => process.exit()).resume(); // never outlives the test
