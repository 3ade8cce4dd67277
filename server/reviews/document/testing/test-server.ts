import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Pool } from "pg";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { createDocument } from "../log/create-document.ts";
import { type CollabServer, type CollabServerOptions, createCollabServer } from "../server.ts";
import type { Identity } from "../socket/session.ts";

/** A document that every test can write in: one heading and one empty paragraph. */
export const BLANK: DocumentJson = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2, sectionKey: "summary" }, content: [{ type: "text", text: "Summary" }] },
    { type: "paragraph" },
  ],
};

export interface TestServer {
  origin: string;
  collab: CollabServer;
  /** Each person's rights, by user id. Change them, then call `recheck` as the application does. */
  people: Map<string, Identity | "signed_out">;
  addPerson(name: string, rights?: Partial<Identity>): Identity;
  addDocument(json?: DocumentJson): Promise<string>;
  close(): Promise<void>;
}

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A collaboration server on its own port. A person is identified by the header `x-user`. */
export async function startTestServer(pool: Pool, options: Partial<CollabServerOptions> = {}): Promise<TestServer> {
  const people = new Map<string, Identity | "signed_out">();
  const collab = createCollabServer({
    pool,
    findVisitor: async (headers) => {
      const userId = headers.get("x-user");
      return userId === null || people.get(userId) === "signed_out" ? null : { userId, network: "here" };
    },
    authenticate: async (headers) => people.get(headers.get("x-user") ?? "") ?? null,
    isOriginAllowed: (request) => request.headers.origin !== "https://elsewhere.example",
    logger: QUIET,
    ...options,
  });
  const server = createServer().on("upgrade", collab.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    collab,
    people,
    addPerson(name, rights = {}) {
      const person = {
        userId: randomUUID(),
        name,
        sessionId: randomUUID(),
        readOnly: false,
        restricted: false,
        reviewId: null,
        ...rights,
      };
      people.set(person.userId, person);
      return person;
    },
    async addDocument(json = BLANK) {
      const documentId = randomUUID();
      await createDocument(pool, { documentId, json });
      return documentId;
    },
    async close() {
      await collab.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
