import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { bundle } from "#server/testing/bundle.ts";

const PROGRAM = "server/reviews/document/testing/kill-server.ts";

/** The collaboration server as a separate process, always on the same port. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private port = 0;

  /** `pollMs` is the time between polls of the log, which finds what messages of other processes missed. */
  constructor(
    private readonly databaseUrl: string,
    private readonly options: { pollMs?: number; isDeaf?: boolean } = {},
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const { pollMs = 3000, isDeaf = false } = this.options;
    const settings = [this.databaseUrl, String(this.port), String(pollMs), isDeaf ? "deaf" : "hears"];
    const child = spawn(process.execPath, [await bundle(PROGRAM), ...settings], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const [word, port] = line.split(" ");
      if (word !== "READY") continue;
      this.port = Number(port);
      return;
    }
    throw new Error("The server process ended before it was ready");
  }

  /** Freezes the process: its sockets stay open and silent. */
  freeze(): void {
    this.child?.kill("SIGSTOP");
  }

  thaw(): void {
    this.child?.kill("SIGCONT");
  }

  /** Ends the process: at once, or after it has closed its sockets. */
  async kill(signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }
}
