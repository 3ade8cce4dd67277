import { defineConfig } from "prisma/config";

// The stock Prisma command line needs an address only for commands that talk to a database.
const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(url ? { datasource: { url } } : {}),
});
