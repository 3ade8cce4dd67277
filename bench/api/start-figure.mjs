import { startProgram } from "../lib/child.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round } from "../lib/statistics.mjs";

const LIMIT_MS = 10_000;

/** How long a server takes that finds everything built and its database made, 100,000 action items in it. */
export async function measureStart(afterword) {
  const runs = await interleave({
    afterword: async () => {
      await afterword.stop();
      return afterword.start();
    },
    peer: () => startPeer(afterword.databaseUrl("postgres")),
  });
  return figure({
    name: "second start until ready",
    unit: "ms",
    runs: runs.afterword,
    limit: LIMIT_MS,
    bar: "fixed",
    beside: { hocuspocusAloneMs: round(median(runs.peer)) },
  });
}

/** The floor: Node, stock Hocuspocus and a connection to a database that runs already. */
async function startPeer(url) {
  const peer = await startProgram("bench/peers/hocuspocus.mjs", {
    env: { PEER_DATABASE_URL: url },
    ready: /Hocuspocus is ready at (\S+)/,
  });
  await peer.stop();
  return peer.startMs;
}
