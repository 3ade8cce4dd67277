import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can, readsDraft } from "#lib/base/access/can.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { readConfig } from "#server/base/process/config.ts";
import { hashPassword } from "#server/people/auth/password.ts";
import { serveSignInForm } from "#server/people/auth/sign-in-form.ts";
import { socketIdentity } from "#server/people/auth/socket-identity.ts";
import { applyAccessChange } from "#server/reviews/document/index.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { type TestClient, until } from "#server/reviews/document/testing/test-client.ts";
import { createVersion } from "#server/reviews/version/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { REVIEW_FACTS, reviewFacts } from "./facts.ts";
import { publishReview } from "./index.ts";
import { quickReview, writeParagraph } from "./testing/quick-review.ts";

// Access is decided as in the application, by the token of a request.
const asked: Promise<unknown>[] = [];
const fixture = serverFixture({
  authenticate(headers, documentId) {
    const decision = socketIdentity(headers, documentId);
    asked.push(decision);
    return decision;
  },
});
let maya: UserActor;
let vera: UserActor;

beforeAll(async () => {
  const { prisma } = fixture.database;
  fixture.database.share();
  maya = await makeUser(prisma, "member", "Maya");
  vera = await makeUser(prisma, "viewer", "Vera");
});
afterAll(() => void Reflect.deleteProperty(globalThis, "afterwordConfig"));

async function openAs(actor: UserActor, documentId: string, scopes: ("read" | "write")[]): Promise<TestClient> {
  const secret = await makeToken(fixture.database.prisma, actor.id, scopes);
  fixture.server.addPerson(actor.name, { userId: actor.id });
  return fixture.open(documentId, actor.id, { headers: { authorization: `Bearer ${secret}` } });
}

/** Signs a person in with the form. Returns the headers of their browser. */
async function signedIn(id: string): Promise<{ cookie: string }> {
  const password = "correct horse battery";
  const passwordHash = await hashPassword(password);
  const { email } = await fixture.database.prisma.user.update({ where: { id }, data: { passwordHash } });
  const form = new URLSearchParams({ email, password });
  const sent = { form, headers: new Headers(), origin: "http://here.invalid", isDemoAccepted: false };
  const { headers } = await serveSignInForm(sent);
  return { cookie: headers.getSetCookie()[0]?.split(";", 1)[0] ?? "" };
}

const closedWith = (client: TestClient, ...codes: number[]) =>
  until("the socket to close", () => client.closeCodes.some((code) => codes.includes(code)));

it("ends the socket of an author who becomes a reader, and sends readers nothing of a draft", async () => {
  const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);
  const { review } = await quickReview(as(maya));
  const { key, id, documentId } = review;
  const named = { reviewId: id, userId: vera.id };
  await fixture.database.prisma.reviewPerson.create({ data: { ...named, role: "author" } });
  const writer = await openAs(maya, documentId, ["write"]);
  const reader = await openAs(vera, documentId, ["read", "write"]);
  await Promise.all([writer.loaded(), reader.loaded()]);
  await writeParagraph(writer, "Before publication.");
  await reader.sees("Before publication.");

  await fixture.database.prisma.reviewPerson.deleteMany({ where: named });
  const { number: version } = await createVersion(as(maya), { key });
  await fixture.database.prisma.review.update({ where: { id }, data: { status: "reviewed" } });
  await publishReview(as(maya), { key, version });
  const { collab } = fixture.server;
  await applyAccessChange({ reviewId: id }, { collab, prisma: fixture.database.prisma });
  await closedWith(reader, CLOSE.noAccess);

  await writeParagraph(writer, "After publication.");
  const again = await openAs(vera, documentId, ["read", "write"]);
  const readOnly = await openAs(maya, documentId, ["read"]);
  await Promise.all([again, readOnly].map((client) => closedWith(client, CLOSE.notFound)));
  expect(reader.text()).not.toContain("After publication.");
  for (const client of [again, readOnly]) expect(client.document.store.clients.size).toBe(0);
  const colleague = await openAs(maya, documentId, ["write"]);
  await colleague.sees("After publication.");
});

it("sends nothing to a tab that opened before its access ended, even if no message has told so yet", async () => {
  const { prisma } = fixture.database;
  Object.assign(globalThis, { afterwordSecret: "a secret of this test, long enough", afterwordConfig: readConfig({}) });
  const team = await prisma.team.create({ data: { id: crypto.randomUUID(), name: "Storage" } });
  const ends: Record<string, (row: { incidentId: string; userId: string }) => Promise<unknown>> = {
    "its incident is restricted": ({ incidentId: id }) =>
      prisma.incident.update({ where: { id }, data: { restricted: true } }),
    "its person has left the team": ({ userId }) => prisma.teamMember.deleteMany({ where: { userId } }),
    "its token is revoked": ({ userId }) =>
      prisma.apiToken.updateMany({ where: { userId }, data: { revokedAt: new Date() } }),
    "its person has signed out": ({ userId }) =>
      prisma.userSession.updateMany({ where: { userId }, data: { revokedAt: new Date() } }),
    "its account is disabled": ({ userId: id }) =>
      prisma.user.update({ where: { id }, data: { disabledAt: new Date() } }),
  };
  for (const [how, end] of Object.entries(ends)) {
    const isOfTeam = how.includes("team");
    const { review } = await quickReview(makeContext(prisma, maya), { restricted: isOfTeam });
    const { incidentId } = await prisma.review.findUniqueOrThrow({ where: { id: review.id } });
    const sam = await makeUser(prisma, "member", "Sam");
    await prisma.teamMember.create({ data: { teamId: team.id, userId: sam.id } });
    if (isOfTeam) await prisma.incidentGrant.create({ data: { id: crypto.randomUUID(), incidentId, teamId: team.id } });
    const headers = how.includes("signed out")
      ? await signedIn(sam.id)
      : { authorization: `Bearer ${await makeToken(prisma, sam.id, ["read", "write"])}` };
    fixture.server.addPerson(sam.name, { userId: sam.id });
    const introduction = Promise.withResolvers<void>();
    const introduces = introduction.promise;
    const sockets = fixture.server.collab.stats().sockets;
    const early = fixture.open(review.documentId, sam.id, { headers, introduces });
    await until("the socket to open", () => fixture.server.collab.stats().sockets > sockets);
    await Promise.all(asked);
    await end({ incidentId, userId: sam.id });
    introduction.resolve();
    await until(how, () => early.closeCodes.length > 0);
    expect([early.closeCodes[0], early.document.store.clients.size], how).toEqual([
      /token|signed|disabled/.test(how) ? CLOSE.signedOut : CLOSE.notFound,
      0,
    ]);
  }
});

it("lets the same people in, with the same rights, as the rules of a review", async () => {
  const { prisma } = fixture.database;
  const { review } = await quickReview(makeContext(prisma, maya));
  const { id, documentId } = review;
  const { number } = await createVersion(makeContext(prisma, maya), { key: review.key });
  const people = {
    creator: maya,
    stranger: await makeUser(prisma, "member", "Sam"),
    granted: await makeUser(prisma, "member", "Greta"),
    inTeam: await makeUser(prisma, "member", "Tim"),
    author: await makeUser(prisma, "viewer", "Ada"),
    reader: await makeUser(prisma, "viewer", "Rita"),
    approver: await makeUser(prisma, "viewer", "Abe"),
    owner: await makeUser(prisma, "viewer", "Olga"),
    facilitator: await makeUser(prisma, "facilitator", "Fay"),
    admin: await makeUser(prisma, "admin", "Alma"),
  };
  const { incidentId } = await prisma.review.findUniqueOrThrow({ where: { id } });
  const team = await prisma.team.create({ data: { id: crypto.randomUUID(), name: "Payments" } });
  await prisma.teamMember.create({ data: { teamId: team.id, userId: people.inTeam.id } });
  const grant = (to: { userId: string } | { teamId: string }) =>
    prisma.incidentGrant.create({ data: { id: crypto.randomUUID(), incidentId, ...to } });
  await Promise.all([grant({ userId: people.granted.id }), grant({ teamId: team.id })]);
  await prisma.reviewPerson.createMany({
    data: [
      { reviewId: id, userId: people.author.id, role: "author" },
      { reviewId: id, userId: people.reader.id, role: "reader" },
      { reviewId: id, userId: people.approver.id, role: "approver" },
    ],
  });
  const secrets = Object.entries(people).map(
    async ([name, { id: userId }]) => [name, userId, await makeToken(prisma, userId, ["read", "write"])] as const,
  );
  const changes = [
    { ownerId: people.owner.id, facilitatorId: people.facilitator.id },
    { incident: { update: { restricted: true } } },
    { status: "published", publishedNumber: number, publishedAt: new Date() },
    { archivedAt: new Date() },
    { incident: { update: { restricted: false } } },
    { archivedAt: null, status: "cancelled" },
  ] as const;
  for (const data of changes) {
    await prisma.review.update({ where: { id }, data });
    const row = await prisma.review.findUniqueOrThrow({ where: { id }, select: REVIEW_FACTS });
    const facts = reviewFacts(row);
    for (const [name, userId, secret] of await Promise.all(secrets)) {
      const actor = { ...people[name as keyof typeof people], scopes: ["read", "write"] as const };
      const teamIds = userId === people.inTeam.id ? [team.id] : [];
      const rights = { ...actor, teamIds, scopes: [...actor.scopes] };
      const socket = await socketIdentity(new Headers({ authorization: `Bearer ${secret}` }), documentId);
      const { restricted } = facts.incident;
      const wanted = readsDraft(rights, facts)
        ? { userId, reviewId: id, restricted, readOnly: !can(rights, "review", "write", facts) }
        : null;
      if (wanted === null) expect(socket, name).toBe(null);
      else expect(socket, name).toMatchObject(wanted);
    }
  }
});
