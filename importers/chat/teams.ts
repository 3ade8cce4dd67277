import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt, valueAt } from "#importers/base/values.ts";
import { readChatMessage, textOfHtml } from "#importers/kit/chat-message.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";

/** Microsoft Teams: messages of a channel or chat from Microsoft Graph and its exports. */
export const teamsImporter: Importer = jsonImporter({
  name: "teams",
  label: "Microsoft Teams",
  letter: "M",
  wrappers: ["value", "messages"],
  isReadable: (value) =>
    hasKeys(value, "id", "createdDateTime", "body") && isRecord(value.body) && hasKeys(value, "from"),
  carry: "createdDateTime, a body and a sender",
  expected: "a Microsoft Teams message",
  read(message, line, options) {
    const replies = listAt(message, "replies").filter(isRecord);
    return [message, ...replies].map((one) =>
      readChatMessage(
        {
          at: one.createdDateTime,
          words: wordsOf(one),
          actor:
            textAt(valueAt(one, "from.user"), "displayName") ?? textAt(valueAt(one, "from.application"), "displayName"),
          id: textAt(one, "id"),
          isBot: isRecord(valueAt(one, "from.application")),
          url: textAt(one, "webUrl"),
          notes: [
            ...listAt(one, "attachments").map((file) => textAt(file, "name")),
            textAt(one, "lastEditedDateTime") ? `Edited ${textAt(one, "lastEditedDateTime")}` : null,
          ],
        },
        line,
        options,
      ),
    );
  },
});

function wordsOf(message: JsonRecord): string {
  if (textAt(message, "deletedDateTime")) return "A message that was deleted later";
  const body = recordAt(message, "body");
  const content = textAt(body, "content") ?? "";
  return textAt(body, "contentType") === "text" ? content : textOfHtml(content);
}
