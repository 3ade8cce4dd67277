import { availableParallelism } from "node:os";
import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { isLoopbackHost } from "./loopback.ts";
import { StartError } from "./start-error.ts";

const ROLES = ["web", "collab", "jobs"] as const;
export type Role = (typeof ROLES)[number];

const MODES = ["production", "development", "test"] as const;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const MEBIBYTE = 1024 * 1024;
/** Files that wait for a thread. */
const MOST_WAITING = 50;

const integer = (min: number, max: number) =>
  z.coerce
    .number({ error: "a whole number" })
    .int("a whole number")
    .min(min, `at least ${min}`)
    .max(max, `at most ${max}`);
const webUrl = z.url({ protocol: /^https?$/, error: "a URL that starts with http:// or https://" });
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "a URL that starts with postgresql://");
const yesNo = z.enum(["0", "1"], { error: "0 or 1" }).transform((value) => value === "1");
/** A name, an IPv4 address or an IPv6 address in brackets, with or without a port. */
const HOST = /^(?:[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;
const roles = z
  .string()
  .transform((value) => value.split(",").map((role) => role.trim()))
  .pipe(z.array(z.enum(ROLES, { error: `a list of ${ROLES.join(", ")}` })).min(1, "at least one role"));

/** Every setting: name, check, default. docs/settings.md and the README describe the same list. */
const settings = z.object({
  NODE_ENV: z.enum(MODES, { error: `one of ${MODES.join(", ")}` }).default("production"),
  /** Folder of the secret, the embedded database and everything else that must be kept. */
  AFTERWORD_DATA: z.string().default("./.afterword"),
  PORT: integer(0, 65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Use this PostgreSQL (15 or later) instead of the embedded one. */
  DATABASE_URL: postgresUrl.optional(),
  /**
   * 1 loads demo data into an empty database and accepts its accounts from anywhere, 0 does neither. Unset: both only
   * on loopback.
   */
  AFTERWORD_DEMO: yesNo.optional(),
  /** Public origin, for links in emails and the Origin check of sockets. */
  AFTERWORD_URL: webUrl.optional(),
  /** Signs sessions. Unset: created once and kept in AFTERWORD_DATA/secret. */
  AFTERWORD_SECRET: z.string().min(32, "at least 32 characters").optional(),
  AFTERWORD_ROLES: roles.default([...ROLES]),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "a URL that starts with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().default("Afterword <afterword@localhost>"),
  /** A folder with TrueType or OpenType fonts for letters that the built-in fonts of PDF exports lack. */
  AFTERWORD_PDF_FONTS: z.string().min(1).optional(),
  /** Hosts, or hosts with a port, in private networks that Afterword can send requests to. */
  AFTERWORD_PRIVATE_HOSTS: z
    .string()
    .transform((value) =>
      value
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .pipe(z.array(z.string().regex(HOST, "a list of hosts, such as ai.internal or 10.0.0.5:8080")))
    .default([]),
  /** Key of the AI assistant. It replaces one that is stored in the settings. */
  AFTERWORD_AI_KEY: z.string().min(1).optional(),
  AFTERWORD_UPLOAD_LIMIT_MB: integer(1, 1024).default(25),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(", ")}` }).default("info"),
  /** Threads that read files, and the limits of each. */
  AFTERWORD_WORKERS: integer(1, 64).default(Math.max(2, Math.min(4, availableParallelism() - 1))),
  AFTERWORD_WORKER_SECONDS: integer(1, 3600).default(300),
  AFTERWORD_WORKER_MEMORY_MB: integer(64, 65_536).default(1024),
  /** Bearer token that opens /metrics to other machines. Unset: loopback only. */
  AFTERWORD_METRICS_TOKEN: z.string().min(16, "at least 16 characters").optional(),
  /** Number of reverse proxies in front whose X-Forwarded-For is trusted. */
  AFTERWORD_TRUSTED_PROXIES: integer(0, 10).default(0),
  AFTERWORD_DATABASE_POOL: integer(2, 200).default(10),
  AFTERWORD_LOG_POOL: integer(2, 50).default(4),
  /**
   * Limits of the document socket: bytes of one update, frames and bytes per second of one socket, sockets of one
   * person and of one document.
   */
  AFTERWORD_SOCKET_UPDATE_BYTES: integer(1024, 64 * MEBIBYTE).default(MEBIBYTE),
  AFTERWORD_SOCKET_FRAMES_PER_SECOND: integer(1, 1_000_000).default(100),
  AFTERWORD_SOCKET_BYTES_PER_SECOND: integer(1024, 1024 * MEBIBYTE).default(256 * 1024),
  AFTERWORD_SOCKETS_PER_USER: integer(1, 100_000).default(50),
  AFTERWORD_SOCKETS_PER_DOCUMENT: integer(1, 100_000).default(200),
  AFTERWORD_SOCKETS_PER_ADDRESS: integer(1, 1_000_000).default(500),
  /** Requests per minute of one person, token or (signed out) address. */
  AFTERWORD_REQUESTS_PER_MINUTE: integer(10, 10_000_000).default(1200),
});

/** Every name that is read, to check that docs/settings.md contains it. */
export const SETTING_NAMES: readonly string[] = Object.keys(settings.shape);

/** Limits of the document socket that a deployment can change. */
export interface SocketGuard {
  updateBytes: number;
  framesPerSecond: number;
  bytesPerSecond: number;
  socketsPerUser: number;
  socketsPerDocument: number;
  socketsPerNetwork: number;
}

/** Limits of the threads that read files. */
export interface WorkerLimits {
  size: number;
  waiting: number;
  seconds: number;
  memoryMb: number;
}

export interface Config {
  mode: "production" | "development" | "test";
  dataDir: string;
  port: number;
  host: string;
  isLoopback: boolean;
  databaseUrl: string | null;
  /** Null: the default rule (demo data in an empty embedded database, demo accounts, both on loopback only). */
  demo: boolean | null;
  publicUrl: string | null;
  secret: string | null;
  roles: ReadonlySet<Role>;
  smtpUrl: string | null;
  mailFrom: string;
  pdfFonts: string | null;
  privateHosts: readonly string[];
  aiKey: string | null;
  uploadLimitBytes: number;
  workers: WorkerLimits;
  logLevel: string;
  metricsToken: string | null;
  trustedProxies: number;
  databasePoolSize: number;
  logPoolSize: number;
  socketGuard: SocketGuard;
  requestsPerMinute: number;
}

/** Where this server is reached: the public origin, otherwise the address that it listens on. */
export const ownOrigin = ({ publicUrl, host, port }: Pick<Config, "publicUrl" | "host" | "port">): string =>
  publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

// A wrong value is named, but an invalid address may contain a password anywhere, and none may reach a terminal or a
// log.
function shown(name: string, value: string): string {
  if (/SECRET|TOKEN|KEY/.test(name)) return "…";
  const hasPassword = name === "DATABASE_URL" || name === "SMTP_URL" || value.includes("@");
  return hasPassword && name !== "MAIL_FROM" ? `${/^\w+:\/\//.exec(value)?.[0] ?? ""}…` : value;
}

/** Reads and checks settings. Throws a StartError that names each wrong one and what is expected. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name}=${shown(name, given[name] ?? "")} (expected ${issue.message})`;
    });
    throw new StartError(
      `a setting is invalid: ${lines.join("; ")}`,
      "Correct or unset it. docs/settings.md lists all settings.",
    );
  }
  const s = parsed.data;
  return {
    mode: s.NODE_ENV,
    dataDir: isAbsolute(s.AFTERWORD_DATA) ? s.AFTERWORD_DATA : resolve(process.cwd(), s.AFTERWORD_DATA),
    port: s.PORT,
    host: s.HOST,
    isLoopback: isLoopbackHost(s.HOST),
    databaseUrl: s.DATABASE_URL ?? null,
    demo: s.AFTERWORD_DEMO ?? null,
    publicUrl: s.AFTERWORD_URL?.replace(/\/+$/, "") ?? null,
    secret: s.AFTERWORD_SECRET ?? null,
    roles: new Set(s.AFTERWORD_ROLES),
    smtpUrl: s.SMTP_URL ?? null,
    mailFrom: s.MAIL_FROM,
    pdfFonts: s.AFTERWORD_PDF_FONTS ?? null,
    privateHosts: s.AFTERWORD_PRIVATE_HOSTS.map((host) => host.replace(/^\[(.*)\]$/, "$1")),
    aiKey: s.AFTERWORD_AI_KEY ?? null,
    uploadLimitBytes: s.AFTERWORD_UPLOAD_LIMIT_MB * MEBIBYTE,
    workers: {
      size: s.AFTERWORD_WORKERS,
      waiting: MOST_WAITING,
      seconds: s.AFTERWORD_WORKER_SECONDS,
      memoryMb: s.AFTERWORD_WORKER_MEMORY_MB,
    },
    logLevel: s.LOG_LEVEL,
    metricsToken: s.AFTERWORD_METRICS_TOKEN ?? null,
    trustedProxies: s.AFTERWORD_TRUSTED_PROXIES,
    databasePoolSize: s.AFTERWORD_DATABASE_POOL,
    logPoolSize: s.AFTERWORD_LOG_POOL,
    socketGuard: {
      updateBytes: s.AFTERWORD_SOCKET_UPDATE_BYTES,
      framesPerSecond: s.AFTERWORD_SOCKET_FRAMES_PER_SECOND,
      bytesPerSecond: s.AFTERWORD_SOCKET_BYTES_PER_SECOND,
      socketsPerUser: s.AFTERWORD_SOCKETS_PER_USER,
      socketsPerDocument: s.AFTERWORD_SOCKETS_PER_DOCUMENT,
      socketsPerNetwork: s.AFTERWORD_SOCKETS_PER_ADDRESS,
    },
    requestsPerMinute: s.AFTERWORD_REQUESTS_PER_MINUTE,
  };
}

const shared = globalThis as typeof globalThis & { afterwordConfig?: Config };

/** Returns the settings of this process, read once. */
export function config(): Config {
  shared.afterwordConfig ??= readConfig(process.env);
  return shared.afterwordConfig;
}
