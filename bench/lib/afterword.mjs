import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { buildAll } from "../../bin/build.mjs";
import { startProgram } from "./child.mjs";
import { NODE_FLAGS } from "./node-flags.mjs";

/**
 * The limits of a public server would stop a load client. These settings raise them. Nothing else differs from `npm
 * start`.
 */
const RAISED = {
  AFTERWORD_REQUESTS_PER_MINUTE: "10000000",
  AFTERWORD_SOCKETS_PER_USER: "100000",
  AFTERWORD_SOCKETS_PER_DOCUMENT: "100000",
  AFTERWORD_SOCKETS_PER_ADDRESS: "100000",
  AFTERWORD_SOCKET_FRAMES_PER_SECOND: "1000000",
  AFTERWORD_SOCKET_BYTES_PER_SECOND: String(1024 * 1024 * 1024),
};

/** The built server with its own empty data folder. */
export class Afterword {
  #dataDir = mkdtempSync(join(tmpdir(), "afterword-bench-"));
  #program = null;
  #clients = [];

  #env;

  constructor(env) {
    this.#env = env;
  }

  /**
   * Builds what is out of date, creates the database and starts the server. `env` contains settings in addition to
   * those of every benchmark.
   */
  static async open(env = {}) {
    await buildAll(console.log);
    const afterword = new Afterword(env);
    // Under root, the database runs as another user, who must be able to enter the folder.
    chmodSync(afterword.#dataDir, 0o755);
    await afterword.start().catch(async (error) => {
      await afterword.close();
      throw error;
    });
    return afterword;
  }

  /** Milliseconds from the start of the program to its ready line. */
  async start() {
    this.#program = await startProgram("bin/start.mjs", {
      flags: NODE_FLAGS,
      env: {
        ...RAISED,
        AFTERWORD_DATA: this.#dataDir,
        AFTERWORD_DEMO: "0",
        PORT: "0",
        HOST: "127.0.0.1",
        LOG_LEVEL: "warn",
        ...this.#env,
      },
      ready: /Afterword is ready at (\S+)/,
    });
    return this.#program.startMs;
  }

  /** Closes our own connections first, because the server stops its database. */
  async stop() {
    await Promise.all(this.#clients.splice(0).map((client) => client.end()));
    await this.#program?.stop();
  }

  /** Kills the server without warning. Its database keeps running, and the next start finds it. */
  async kill() {
    await this.#program?.kill();
  }

  async close() {
    await this.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  get url() {
    return this.#program.match[1];
  }

  get pid() {
    return this.#program.pid;
  }

  /** The one-time code, which is printed a moment after the ready line. */
  async setUpCode() {
    const code = () => /^\s+([2-9A-Z]{4}(?:-[2-9A-Z]{4}){3})$/m.exec(this.#program.output())?.[1];
    for (let tries = 0; tries < 1000 && !code(); tries++) await sleep(10);
    return code();
  }

  /** A client of the server's database, or of another database of the same PostgreSQL, until the server stops. */
  async connect(database) {
    const client = new pg.Client({ connectionString: this.databaseUrl(database) });
    await client.connect();
    this.#clients.push(client);
    return client;
  }

  /**
   * The address of that database. AFTERWORD_DATA/postgres.json tells every process where to find the embedded
   * PostgreSQL.
   */
  databaseUrl(database) {
    const cluster = JSON.parse(readFileSync(join(this.#dataDir, "postgres.json"), "utf8"));
    const { user, password, host, port } = cluster;
    return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database ?? cluster.database}`;
  }
}
