import { afterwordCsvImporter } from "#importers/afterword/afterword-csv.ts";
import { afterwordJsonImporter } from "#importers/afterword/afterword-json.ts";
import { afterwordMarkdownImporter } from "#importers/afterword/afterword-markdown.ts";
import type { Importer } from "#importers/base/importer.ts";
import { discordImporter } from "#importers/chat/discord.ts";
import { mattermostImporter } from "#importers/chat/mattermost.ts";
import { pastedChatImporter } from "#importers/chat/pasted-chat.ts";
import { slackImporter } from "#importers/chat/slack.ts";
import { teamsImporter } from "#importers/chat/teams.ts";
import { otherJsonImporter } from "#importers/json/other-json.ts";
import { calendarImporter } from "#importers/mail/calendar.ts";
import { emailImporter } from "#importers/mail/email.ts";
import { htmlImporter } from "#importers/notes/html.ts";
import { notesImporter } from "#importers/notes/notes.ts";
import { csvImporter } from "#importers/table/csv.ts";
import { TOOL_IMPORTERS } from "./tools.ts";

/** Every importer. Of two with equal confidence, the earlier one reads. */
export const IMPORTERS: readonly Importer[] = [
  afterwordJsonImporter,
  afterwordCsvImporter,
  afterwordMarkdownImporter,
  ...TOOL_IMPORTERS,
  slackImporter,
  discordImporter,
  teamsImporter,
  mattermostImporter,
  otherJsonImporter,
  csvImporter,
  htmlImporter,
  emailImporter,
  calendarImporter,
  pastedChatImporter,
  notesImporter,
];

/** Returns the importer with a name. */
export function importerNamed(name: string): Importer | undefined {
  return IMPORTERS.find((importer) => importer.name === name);
}
