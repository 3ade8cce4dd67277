import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { readChatMessage } from "#importers/kit/chat-message.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";

const isPost = (value: unknown) =>
  hasKeys(value, "create_at", "message") && (hasKeys(value, "user") || hasKeys(value, "user_id"));
const isExportLine = (value: unknown) =>
  hasKeys(value, "type") && isRecord(value) && (isPost(value.post) || isPost(value.direct_post));
const isOtherLine = (value: unknown) =>
  isRecord(value) &&
  typeof value.type === "string" &&
  ["version", "team", "channel", "user", "emoji", "scheme", "direct_channel", "role", "bot"].includes(value.type) &&
  hasKeys(value, value.type);
const isPage = (value: unknown) => hasKeys(value, "order", "posts") && isRecord(value.posts);

/** Mattermost: lines of a bulk export with their replies, and posts from the API. */
export const mattermostImporter: Importer = jsonImporter({
  name: "mattermost",
  label: "Mattermost",
  letter: "M",
  isReadable: (value) => isExportLine(value) || isOtherLine(value) || isPage(value) || isPost(value),
  carry: "posts with create_at and a message",
  expected: "a line or post of Mattermost",
  read(value, line, options) {
    if (isOtherLine(value)) return { context: `${textAt(value, "type")} of the export` };
    return postsOf(value).map((post) =>
      readChatMessage(
        {
          at: post.create_at,
          words: textAt(post, "message") ?? "",
          actor: textAt(post, "user", "user_id"),
          id: textAt(post, "id") ?? `${textAt(post, "user", "user_id")}@${textAt(post, "create_at")}`,
          isBot: recordAt(post, "props").from_webhook === "true" || recordAt(post, "props").from_bot === "true",
        },
        line,
        options,
      ),
    );
  },
});

function postsOf(value: JsonRecord): JsonRecord[] {
  if (isPage(value)) return Object.values(recordAt(value, "posts")).filter(isRecord);
  const post = isExportLine(value) ? recordAt(value, isRecord(value.post) ? "post" : "direct_post") : value;
  return [post, ...listAt(post, "replies").filter(isRecord)];
}
