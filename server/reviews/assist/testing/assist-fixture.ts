import { afterAll, beforeAll, beforeEach } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import { readConfig } from "#server/base/process/config.ts";
import { closeWorkers } from "#server/base/worker/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { configureAssistant, getAssistSetting } from "#server/reviews/assist-setting/index.ts";
import { runningServerFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { reviewContent } from "#server/reviews/review/index.ts";
import { quickReview } from "#server/reviews/review/testing/quick-review.ts";
import { listSuggestions } from "#server/reviews/suggestion/index.ts";
import { type Reply, startChatServer } from "#server/testing/chat-server.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { answerAssistant, askAssistant, getAssist } from "../index.ts";

/**
 * A server with people, an API that answers as a test wants, and the assistant turned on. `on` is filled before the
 * tests.
 */
export function assistFixture() {
  const fixture = runningServerFixture();
  const on = {} as {
    chat: Awaited<ReturnType<typeof startChatServer>>;
    admin: UserActor;
    maya: UserActor;
    sam: UserActor;
  };
  const db = () => fixture.database.prisma;
  const as = (actor: UserActor, now?: () => Date) => makeContext(db(), actor, now);
  const system = (now?: () => Date) => makeContext(db(), { kind: "system", label: "job" }, now);
  const never = new AbortController().signal;

  beforeAll(async () => {
    Object.assign(globalThis, {
      afterwordConfig: readConfig({ AFTERWORD_PRIVATE_HOSTS: "127.0.0.1" }),
      afterwordSecret: "a secret of these tests, long enough",
    });
    on.chat = await startChatServer();
    on.admin = await makeUser(db(), "admin", "Ada");
    on.maya = await makeUser(db(), "member", "Maya");
    on.sam = await makeUser(db(), "member", "Sam");
    await turn(true);
  });
  afterAll(async () => {
    await on.chat.close();
    await closeWorkers();
  });
  beforeEach(() => {
    on.chat.asked.length = 0;
  });

  async function turn(enabled: boolean) {
    const { version } = await getAssistSetting(as(on.admin));
    await configureAssistant(as(on.admin), { version, enabled, url: on.chat.url, model: "small" });
  }

  /** A review with two events. Its template lets the assistant draft the impact. */
  async function newReview({ restricted = false } = {}) {
    const { incident, review } = await quickReview(as(on.maya), { restricted });
    const { key } = incident;
    const add = (at: string, title: string) =>
      addEvent(as(on.maya), {
        key,
        at: `2026-01-10T${at}:00Z`,
        precision: "minute",
        kind: "observation",
        title,
        body: "",
      });
    const [first, second] = [await add("09:00", "Queue is deep"), await add("10:00", "Uploads work again")];
    await allowDraft(review.id);
    const suggestions = async (actor = on.maya) => (await listSuggestions(as(actor), { key: review.key })).items;
    const read = async () =>
      plainText((await reviewContent(as(on.maya), { key: review.key })).json as unknown as DocumentJson);
    return {
      incident,
      key: review.key,
      id: review.id,
      documentId: review.documentId,
      first,
      second,
      suggestions,
      read,
    };
  }

  /** As if an on.admin had ticked the impact in a version of the template. */
  async function allowDraft(reviewId: string) {
    const { template } = await db().review.findUniqueOrThrow({ where: { id: reviewId } });
    const version = await db().templateVersion.findFirstOrThrow({ where: { slug: template } });
    const content = version.content as { sections: { key: string }[] };
    const sections = content.sections.map((one) => (one.key === "impact" ? { ...one, aiDraft: true } : one));
    const number = ((await db().templateVersion.count({ where: { slug: template } })) + 1) * 100;
    await db().templateVersion.create({ data: { slug: template, number, content: { ...content, sections } } });
    await db().review.update({ where: { id: reviewId }, data: { templateNumber: number } });
  }

  const answer = () => answerAssistant(system(), never);
  const lookAt = async (key: string, reply: Reply) => {
    on.chat.reply = reply;
    await askAssistant(as(on.maya), { key, kind: "second_look" });
    await answer();
    return (await getAssist(as(on.maya), { key })).secondLook;
  };
  const draft = async (key: string, reply: Reply) => {
    on.chat.reply = reply;
    await askAssistant(as(on.maya), { key, kind: "draft", section: "impact" });
    await answer();
    return (await getAssist(as(on.maya), { key })).draft;
  };
  const told = () =>
    on.chat.asked
      .at(-1)
      ?.body.messages.map(({ content }) => content)
      .join("\n") ?? "";
  const toldJson = () => JSON.parse(on.chat.asked.at(-1)?.body.messages[1]?.content ?? "{}");
  /** The ref of an event in the last prompt. */
  const refOf = (title: string): string =>
    (toldJson() as { events: { ref: string; title: string }[] }).events.find((one) => one.title === title)?.ref ?? "?";
  const auditOf = async (id: string) =>
    (await db().auditEntry.findMany({ where: { noun: "assist", nounId: id }, orderBy: { id: "asc" } })).map(
      ({ action, actorId, incidentId, after }) => ({ action, actorId, incidentId, after }),
    );
  return { fixture, on, db, as, system, never, turn, newReview, answer, lookAt, draft, told, toldJson, refOf, auditOf };
}
