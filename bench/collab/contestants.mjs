import { setTimeout as sleep } from "node:timers/promises";
import { setUp } from "../lib/api.mjs";
import { startProgram } from "../lib/child.mjs";
import { NODE_FLAGS } from "../lib/node-flags.mjs";
import { p95, sum } from "../lib/statistics.mjs";
import { lostByPeer, lostByUs } from "./count-lost.mjs";
import { ourPlace } from "./our-place.mjs";
import { typeTogether } from "./type-together.mjs";

const PEER_DATABASE = "peer";
const COMMITS = 40;
const COMMIT_PAUSE_MS = 25;

/** One run against a server of process `pid`. */
async function tally(pid, place, clients, countLost) {
  const { writers, ...times } = await typeTogether([place], { clients, pid });
  return {
    ...times,
    typed: sum(writers.map((writer) => writer.typed)),
    acknowledged: sum(writers.map((writer) => writer.acknowledged)),
    lost: await countLost(writers),
  };
}

/** Each run types in a new review. */
export async function ourDocuments(afterword) {
  const sql = await afterword.connect();
  const { api } = await setUp(afterword);
  const { key } = await api.post("/incidents", { title: "Checkout answers slowly", severity: 2 });
  const newPlace = () => ourPlace(afterword, api, key, "quick");
  return {
    pid: afterword.pid,
    newPlace,
    lostIn: (place, writers) => lostByUs(sql, place.name, writers),
    async run(clients) {
      const place = await newPlace();
      return tally(afterword.pid, place, clients, (writers) => lostByUs(sql, place.name, writers));
    },
  };
}

/** Each run types in a new document of the peer, which has a database of its own in the same PostgreSQL. */
export async function peerDocuments(afterword, cleanUps) {
  const maintenance = await afterword.connect();
  await maintenance.query(`CREATE DATABASE ${PEER_DATABASE}`);
  const env = { PEER_DATABASE_URL: afterword.databaseUrl(PEER_DATABASE) };
  const ready = /Hocuspocus is ready at (\S+)/;
  const peer = await startProgram("bench/peers/hocuspocus.mjs", { env, flags: NODE_FLAGS, ready });
  cleanUps.push(() => peer.stop());
  const sql = await afterword.connect(PEER_DATABASE);
  await sql.query("CREATE TABLE one_commit (data bytea)");
  let number = 0;
  const newPlace = () => ({ url: peer.match[1], name: `document-${++number}`, headers: {} });
  return {
    pid: peer.pid,
    newPlace,
    async run(clients) {
      const place = newPlace();
      return tally(peer.pid, place, clients, (writers) => lostByPeer(sql, place.name, writers));
    },
    timeCommits: () => timeCommits(sql),
  };
}

/** Texts in memory that speak the protocol of y-websocket, which neither stores nor acknowledges. */
export async function memoryDocuments(cleanUps) {
  const ready = /y-websocket is ready at (\S+)/;
  const peer = await startProgram("bench/peers/y-websocket.mjs", { flags: NODE_FLAGS, ready });
  cleanUps.push(() => peer.stop());
  let number = 0;
  const newPlace = () => ({ url: `${peer.match[1]}/document-${++number}`, name: null, headers: {} });
  return {
    pid: peer.pid,
    newPlace,
    run: (clients) => typeTogether([newPlace()], { clients, pid: peer.pid }),
  };
}

/** The disk's share: the p95 of committing one small row, as often as edits arrive. */
export async function timeCommits(sql) {
  const took = [];
  for (let n = 0; n < COMMITS; n++) {
    const started = performance.now();
    await sql.query("INSERT INTO one_commit VALUES ($1)", [Buffer.alloc(40)]);
    took.push(performance.now() - started);
    await sleep(COMMIT_PAUSE_MS);
  }
  return p95(took);
}
