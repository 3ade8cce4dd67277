/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // Types are checked once, by npm test; a start must not wait for them again.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  serverExternalPackages: [
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "pg-boss",
    "pino",
    "@hocuspocus/server",
    "yjs",
    "ws",
    "@node-rs/argon2",
    "prom-client",
  ],
  // Yjs reads Node's Buffer only in Node. Without this, Next ships its own copy of it (7 kB) to every review.
  turbopack: { resolveAlias: { "next/dist/compiled/buffer": { browser: "./components/base/no-buffer.ts" } } },
  // A page loads the sheet of components/ui (ui-sheet.ts) and a few of its own, not those of all screens. The cost is
  // measured in bench/README.md.
  experimental: { cssChunking: { type: "graph", requestCost: 60_000 } },
};
export default config;
