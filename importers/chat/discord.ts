import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, isRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { readChatMessage } from "#importers/kit/chat-message.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";

/** Discord: JSON of DiscordChatExporter, and messages from the API. */
export const discordImporter: Importer = jsonImporter({
  name: "discord",
  label: "Discord",
  letter: "D",
  wrappers: ["messages"],
  isReadable: (value) =>
    hasKeys(value, "id", "timestamp", "content", "author") && isRecord(value.author) && hasKeys(value, "mentions"),
  carry: "a timestamp, a content and an author",
  expected: "a Discord message",
  read(message, line, options) {
    const author = recordAt(message, "author");
    const embeds = listAt(message, "embeds").map((embed) => textAt(embed, "title", "description"));
    const edited = textAt(message, "timestampEdited", "edited_timestamp");
    return readChatMessage(
      {
        at: message.timestamp,
        words: textAt(message, "content") ?? embeds.filter((words) => words !== null).join("\n"),
        actor: textAt(author, "nickname", "global_name", "name", "username"),
        id: textAt(message, "id"),
        isBot: author.isBot === true || author.bot === true,
        notes: [
          ...listAt(message, "attachments").map((file) => textAt(file, "fileName", "filename")),
          edited ? `Edited ${edited}` : null,
        ],
      },
      line,
      options,
    );
  },
});
