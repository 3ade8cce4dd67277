import { invalid } from "#lib/base/errors.ts";
import type { AssistSetting, assistContract } from "#lib/contract/assist.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { isListedHost } from "#server/base/outgoing/index.ts";
import { config } from "#server/base/process/config.ts";
import { seal, unseal } from "#server/base/process/seal.ts";
import { AssistFailure, type Connection, complete } from "./complete.ts";

const load = (ctx: Ctx) => ctx.db.assistSetting.findFirstOrThrow();
type Row = Awaited<ReturnType<typeof load>>;

function keyOf({ id, sealedKey }: Row): { place: AssistSetting["key"]; key: string | null } {
  const { aiKey } = config();
  if (aiKey !== null) return { place: "environment", key: aiKey };
  if (sealedKey === null) return { place: "none", key: null };
  const key = unseal(sealedKey, id);
  return { place: key === null ? "unreadable" : "stored", key };
}

const present = (row: Row): AssistSetting => {
  const { enabled, url, model, version } = row;
  return { enabled, url, model, version, key: keyOf(row).place };
};

/** Returns how the AI assistant is reached, without the key. */
export async function getAssistSetting(ctx: Ctx): Promise<AssistSetting> {
  authorizeGlobally(ctx, "settings.manage");
  return present(await load(ctx));
}

/** Returns how to reach the AI assistant, or null while it is off. */
export async function assistConnection(ctx: Ctx): Promise<Connection | null> {
  const row = await load(ctx);
  return row.enabled ? { url: row.url, model: row.model, key: keyOf(row).key } : null;
}

/**
 * Turns the AI assistant on or off, or changes how it is reached. A stored key goes to no other host than the one it
 * was entered for. Throws `conflict` for a stale version, `invalid` for settings it can't work with.
 */
export async function configureAssistant(
  ctx: Ctx,
  { version, key, ...fields }: InputOf<typeof assistContract.configure>,
): Promise<AssistSetting> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    const before = await load(tx);
    const after = { ...before, ...given(fields) };
    check(after);
    const isElsewhere = originOf(after.url) !== originOf(before.url);
    const sealedKey = key === undefined ? (isElsewhere ? null : before.sealedKey) : key ? seal(key, before.id) : null;
    const changed = await tx.db.assistSetting.updateMany({
      where: { id: before.id, version },
      data: { ...given(fields), sealedKey, version: { increment: 1 } },
    });
    await guardVersion(changed, async () => present(await load(tx)));
    const keyStored = { before: before.sealedKey !== null, after: sealedKey !== null };
    const isKeyNew = Boolean(key) || keyStored.before !== keyStored.after;
    return record(tx, {
      action: "assist_setting.updated",
      id: before.id,
      before: { ...fieldsOf(before, given(fields)), ...(isKeyNew ? { keyStored: keyStored.before } : {}) },
      after: { ...given(fields), ...(isKeyNew ? { keyStored: keyStored.after } : {}) },
      answer: async () => present(await load(tx)),
    });
  });
}

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);

function check({ enabled, url, model }: Pick<Row, "enabled" | "url" | "model">): void {
  if (enabled && url === "") throw invalid("url", "enter the URL of an OpenAI-compatible API");
  if (enabled && model === "") throw invalid("model", "enter a model");
  if (url === "") return;
  const parsed = new URL(url);
  if (parsed.username || parsed.password) throw invalid("url", "must not contain a user name or password");
  if (parsed.search || parsed.hash) throw invalid("url", "must not contain ? or #");
  if (parsed.protocol === "http:" && !isListedHost(parsed))
    throw invalid("url", "use https://, or list the host in AFTERWORD_PRIVATE_HOSTS");
}

const TEST_WITHIN_MS = 30_000;

/** Sends a short question to the AI assistant, even while it is off. Returns what failed in plain words. */
export async function testAssistant(ctx: Ctx): Promise<{ ok: boolean; message: string }> {
  authorizeGlobally(ctx, "settings.manage");
  const row = await load(ctx);
  const { place, key } = keyOf(row);
  if (row.url === "" || row.model === "") return { ok: false, message: "Enter a URL and a model first" };
  if (place === "unreadable")
    return { ok: false, message: "The stored key can't be read with this server's secret. Enter it again." };
  const startedAt = performance.now();
  try {
    await complete(
      { url: row.url, model: row.model, key },
      {
        messages: [{ role: "user", content: "Reply with the word ready." }],
        maxTokens: 1000,
        signal: ctx.signal ?? new AbortController().signal,
        withinMs: TEST_WITHIN_MS,
      },
    );
    const seconds = Math.max(0.1, (performance.now() - startedAt) / 1000);
    return { ok: true, message: `${row.model} answered in ${seconds.toFixed(1)} s.` };
  } catch (error) {
    if (error instanceof AssistFailure) return { ok: false, message: error.message };
    throw error;
  }
}
