import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownOrigin, readConfig, SETTING_NAMES } from "./config.ts";
import { projectRoot } from "./project-root.ts";

test("uses an embedded database, port 3000, loopback and all roles without settings", () => {
  const settings = readConfig({});
  expect(settings).toMatchObject({ port: 3000, host: "127.0.0.1", isLoopback: true, databaseUrl: null, demo: null });
  expect(settings.dataDir).toBe(`${process.cwd()}/.afterword`);
  expect(settings.uploadLimitBytes).toBe(25 * 1024 * 1024);
  expect([...settings.roles]).toEqual(["web", "collab", "jobs"]);
});

test("treats an empty value as unset", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: "", AFTERWORD_DEMO: "" })).toMatchObject({
    port: 3000,
    databaseUrl: null,
    demo: null,
  });
});

test("values are used", () => {
  const settings = readConfig({
    PORT: "8080",
    HOST: "0.0.0.0",
    AFTERWORD_DEMO: "0",
    AFTERWORD_ROLES: "web, jobs",
    AFTERWORD_URL: "https://a.example/",
  });
  expect(settings).toMatchObject({ port: 8080, isLoopback: false, demo: false, publicUrl: "https://a.example" });
  expect([...settings.roles]).toEqual(["web", "jobs"]);
});

test.each([
  [{ PORT: "80x" }, /PORT=80x \(expected a whole number\)/],
  [{ PORT: "70000" }, /PORT=70000 \(expected at most 65535\)/],
  [{ DATABASE_URL: "mysql://x" }, /DATABASE_URL=.*postgresql:\/\//],
  [{ AFTERWORD_DEMO: "yes" }, /AFTERWORD_DEMO=yes \(expected 0 or 1\)/],
  [{ AFTERWORD_ROLES: "web,cook" }, /AFTERWORD_ROLES=web,cook \(expected a list of web, collab, jobs\)/],
  [{ AFTERWORD_URL: "a.example" }, /AFTERWORD_URL=a.example \(expected a URL/],
])("a wrong value is named with what is expected: %o", (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});

test("hosts of private networks are a list, in lower case and without the brackets of an address alone", () => {
  expect(readConfig({}).privateHosts).toEqual([]);
  const given = { AFTERWORD_PRIVATE_HOSTS: "AI.internal, 10.0.0.5:8080 [::1] [::1]:9000" };
  expect(readConfig(given).privateHosts).toEqual(["ai.internal", "10.0.0.5:8080", "::1", "[::1]:9000"]);
  for (const wrong of ["http://ai.internal", "ai.internal/v1", "*", "10.0.0.0/8"])
    expect(() => readConfig({ AFTERWORD_PRIVATE_HOSTS: wrong })).toThrow("a list of hosts");
});

test.each([
  [{ DATABASE_URL: "mysql://me:hunter2@host/x" }],
  [{ DATABASE_URL: "mysql://me:hun/hunter2@host/x" }],
  [{ DATABASE_URL: "me:hunter2@host/x" }],
  [{ DATABASE_URL: "host=x user=me password=hunter2" }],
  [{ SMTP_URL: "mail.example.com?password=hunter2" }],
  [{ AFTERWORD_URL: "ftp://me:hunter2@host" }],
])("prints no part of a password in a wrong address: %o", (env) => {
  expect(() => readConfig(env)).toThrow(/^((?!hun).)*$/s);
});

test("names the expected value once", () => {
  const message = "LOG_LEVEL=loud (expected one of fatal, error, warn, info, debug, trace, silent)";
  expect(() => readConfig({ LOG_LEVEL: "loud" })).toThrow(message);
});

test("names all wrong values at once", () => {
  expect(() => readConfig({ PORT: "x", LOG_LEVEL: "loud" })).toThrow(/PORT=x.*LOG_LEVEL=loud/s);
});

test("every setting is documented", () => {
  const text = readFileSync(join(projectRoot(), "docs", "settings.md"), "utf8");
  const described = [...text.matchAll(/^\| `([A-Z_]+)`/gm)].map((match) => match[1]);
  expect(described.sort()).toEqual([...SETTING_NAMES].sort());
});

test("the origin is the public one, otherwise where it listens, even with IPv6", () => {
  const listening = { publicUrl: null, host: "127.0.0.1", port: 3000 };
  expect(ownOrigin(listening)).toBe("http://127.0.0.1:3000");
  expect(ownOrigin({ ...listening, host: "::1" })).toBe("http://[::1]:3000");
  expect(ownOrigin({ ...listening, publicUrl: "https://a.example" })).toBe("https://a.example");
});
