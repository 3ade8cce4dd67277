// The peer of bench:collab: Hocuspocus as its manual sets it up, with the stock database extension on PostgreSQL. It
// stores each document as one merged state, and looks up who opens one, as every server that isn't public has to.
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.PEER_DATABASE_URL, max: 10 });
await pool.query("CREATE TABLE IF NOT EXISTS documents (name text PRIMARY KEY, data bytea NOT NULL)");
await pool.query("CREATE TABLE IF NOT EXISTS sessions (token text PRIMARY KEY, name text NOT NULL)");
await pool.query("INSERT INTO sessions VALUES ('', 'Ada Admin') ON CONFLICT DO NOTHING");

const database = new Database({
  async fetch({ documentName }) {
    const { rows } = await pool.query("SELECT data FROM documents WHERE name = $1", [documentName]);
    return rows[0]?.data ?? null;
  },
  async store({ documentName, state }) {
    await pool.query(
      "INSERT INTO documents (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = EXCLUDED.data",
      [documentName, state],
    );
  },
});

// Without its own signal handling, SIGTERM simply ends the process. What it stores at a stop is not measured.
const server = new Server({
  ...{ port: 0, address: "127.0.0.1", quiet: true, stopOnSignals: false, extensions: [database] },
  async onAuthenticate({ token }) {
    const { rows } = await pool.query("SELECT name FROM sessions WHERE token = $1", [token]);
    if (rows.length === 0) throw new Error("signed out");
    return { user: rows[0] };
  },
});
await server.listen();
console.log(`Hocuspocus is ready at ws://127.0.0.1:${server.address.port}`);
