import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { projectRoot } from "#server/base/process/project-root.ts";
import { bundle } from "./bundle.ts";

/** The real process without pages: database, migrations, jobs, sockets, operations. */
export class MainProcess {
  output = "";
  readonly #child: ChildProcess;
  constructor(program: string, settings: Record<string, string>) {
    const fixed = {
      NODE_ENV: "production",
      AFTERWORD_ROLES: "collab,jobs",
      AFTERWORD_DEMO: "0",
      LOG_LEVEL: "info",
    } as const;
    const env: NodeJS.ProcessEnv = { PATH: "/usr/bin:/bin", ...fixed, ...settings };
    this.#child = spawn(process.execPath, [program], { cwd: projectRoot(), env });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    }
  }
  async ready(): Promise<string> {
    for (const end = Date.now() + MINUTE_MS; Date.now() < end; await sleep(30)) {
      const url = /Afterword is ready at (\S+)/.exec(this.output)?.[1];
      if (url) return url;
      if (this.#child.exitCode !== null) break;
    }
    throw new Error(`not ready:\n${this.output}`);
  }
  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }
  async exit(): Promise<number | NodeJS.Signals | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await new Promise((resolve) => this.#child.once("exit", resolve));
    }
    return this.#child.exitCode ?? this.#child.signalCode;
  }
}

/** Starts server/main.ts. */
export async function startMain(settings: Record<string, string>): Promise<MainProcess> {
  return new MainProcess(await bundle("server/main.ts"), settings);
}
