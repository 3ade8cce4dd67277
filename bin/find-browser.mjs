// Finds the browser of the e2e tests: CHROMIUM_PATH, one of the system, or Playwright's own. If there is none, installs
// one.
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { run, runNode } from "./run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of an installed browser, or null. */
function findInstalled() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!isProgram(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, which is not a program.`);
    return chosen;
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC];
  return candidates.find(isProgram) ?? [chromium.executablePath()].find(existsSync) ?? null;
}

const isRoot = () => process.getuid?.() === 0;

async function install(say) {
  if (isRoot() && isProgram("/usr/bin/apt-get")) {
    say("No browser was found: installing Debian's chromium.");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => run("/usr/bin/apt-get", args, { env, capture: true });
    const first = await apt("install", "-y", "--no-install-recommends", "chromium");
    if (first.code === 0) return;
    await apt("update");
    const second = await apt("install", "-y", "--no-install-recommends", "chromium");
    if (second.code === 0) return;
    say(second.output.trim().split("\n").slice(-3).join("\n"));
  }
  say("No browser was found: installing Playwright's chromium.");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  const { output } = await runNode(cli, ["install", ...(isRoot() ? ["--with-deps"] : []), "chromium"], {
    capture: true,
  });
  if (!findInstalled()) say(output.trim().split("\n").slice(-5).join("\n"));
}

/** The path of a browser, which is installed if necessary. If that fails, throws with what to do. */
export async function findBrowser(say = console.log) {
  const found = findInstalled();
  if (found) return found;
  await install(say);
  const installed = findInstalled();
  if (installed) return installed;
  throw new Error("There is no browser and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH.");
}
