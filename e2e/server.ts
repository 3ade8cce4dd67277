import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TestServer {
  url: string;
  dataDir: string;
  /** Everything that it has printed so far. */
  output(): string;
  /** Asks it to stop, waits until it has stopped, and removes its data. */
  stop(): Promise<void>;
}

// A busy machine loads the demo data slowly.
const READY_MS = 180_000;

/** Starts the production build on a free port with its own empty database. Settings as in docs/settings.md. */
export async function startServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "afterword-e2e-"));
  // Under root, the database runs as another user, who must be able to enter the folder.
  chmodSync(dataDir, 0o755);
  const fixed = { NODE_ENV: "production", PORT: "0", AFTERWORD_DATA: dataDir, LOG_LEVEL: "warn" } as const;
  const env: NodeJS.ProcessEnv = { ...process.env, ...fixed, ...settings };
  const child = spawn(process.execPath, ["dist/server.js"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const url = await readyUrl(child, () => output);
  return {
    url,
    dataDir,
    output: () => output,
    async stop() {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function readyUrl(child: ChildProcess, output: () => string): Promise<string> {
  const end = Date.now() + READY_MS;
  while (Date.now() < end) {
    const url = /Afterword is ready at (\S+)/.exec(output())?.[1];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(`the server did not start:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`the server was not ready within 180 s:\n${output()}`);
}
