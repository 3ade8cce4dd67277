import { startProgram } from "../lib/child.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round } from "../lib/statistics.mjs";

const LIMIT_MS = 10_000;

/**
 * Measures how long a server takes to start when everything is built and its database exists, with 100,000 action
 * items.
 */
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

/** The floor: Node, stock Hocuspocus and a connection to a running database. */
async function startPeer(url) {
  const peer = await startProgram("bench/peers/hocuspocus.mjs", {
    env: { PEER_DATABASE_URL: url },
    ready: /Hocuspocus is ready at (\S+)/,
  });
  await peer.stop();
  return peer.startMs;
}
