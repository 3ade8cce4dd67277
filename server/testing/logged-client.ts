import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#generated/prisma/client.ts";

interface Statement {
  text: string;
  values: unknown[];
}

/** Returns a client of a test database, and the statements that it has sent to PostgreSQL. */
export function loggedClient(url: string): { prisma: PrismaClient; statements: Statement[] } {
  const statements: Statement[] = [];
  const log = [{ emit: "event" as const, level: "query" as const }];
  const prisma = new PrismaClient({ adapter: new PrismaPg(url), log });
  prisma.$on("query", ({ query, params }) => statements.push({ text: query, values: JSON.parse(params) }));
  return { prisma, statements };
}
