import { chromium } from "@playwright/test";
import { findBrowser } from "../../bin/find-browser.mjs";

/** A headless Chromium that makes no requests of its own. */
export const launchBrowser = async () =>
  chromium.launch({
    executablePath: await findBrowser(),
    args: ["--disable-gpu", "--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });

/** Turns a Cookie header into the cookies of a browser at `origin`. */
export const cookiesFrom = (header, origin) =>
  header
    .split("; ")
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin };
    });
