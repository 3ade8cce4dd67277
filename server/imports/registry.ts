import { alertmanagerImporter } from "./alertmanager.ts";
import { csvImporter } from "./csv.ts";
import { githubImporter } from "./github.ts";
import type { Importer } from "./importer.ts";
import { notesImporter } from "./notes.ts";
import { pagerdutyImporter } from "./pagerduty.ts";
import { slackImporter } from "./slack.ts";
import { statuspageImporter } from "./statuspage.ts";

/** Every importer; of two that are equally certain the earlier one reads. */
export const IMPORTERS: readonly Importer[] = [
  pagerdutyImporter,
  slackImporter,
  alertmanagerImporter,
  statuspageImporter,
  githubImporter,
  csvImporter,
  notesImporter,
];

export function importerNamed(name: string): Importer | undefined {
  return IMPORTERS.find((importer) => importer.name === name);
}
