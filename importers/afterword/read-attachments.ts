import type { Reject } from "#importers/base/importer.ts";
import { linkAddress } from "#importers/base/link-address.ts";
import { previewOf } from "#importers/base/words.ts";
import { storable } from "#lib/base/text/storable.ts";
import type { FileAttachment, FileEvent } from "#lib/contract/timeline-file.ts";
import { fileNameOf } from "#lib/incidents/evidence/file-name.ts";
import { EVIDENCE_TEXT_LENGTH, EVIDENCE_TITLE_LENGTH } from "#lib/incidents/evidence/limits.ts";

interface ReadAttachments {
  attachments: FileAttachment[];
  rejects: Reject[];
}

/** Reads the evidence of an event by the rules of an upload. Whatever these reject is rejected with its reason. */
export function readAttachments({ number, attachments }: FileEvent, entry: number): ReadAttachments {
  const read: ReadAttachments = { attachments: [], rejects: [] };
  for (const attachment of attachments) {
    const problem = problemOf(attachment);
    if (problem === null) read.attachments.push(storableAttachment(attachment));
    else
      read.rejects.push({
        line: entry,
        reason: `Evidence of E${number}: ${problem}`,
        text: storable(`${attachment.title}: ${attachment.url ?? attachment.file?.name ?? previewOf(attachment.text)}`),
      });
  }
  return read;
}

function problemOf({ kind, url, text, file }: FileAttachment): string | null {
  if (url !== null && linkAddress(url) === null) return "its URL must start with http:// or https://";
  if (kind === "image" || kind === "file") return file === null ? "the timeline file doesn't identify its file" : null;
  if (file !== null) return `a ${kind} has no file`;
  if (kind === "link") return url === null ? "a link needs a URL" : null;
  if (text === null || text.trim() === "") return `a ${kind} needs its text`;
  return text.length > EVIDENCE_TEXT_LENGTH ? `its text is longer than ${EVIDENCE_TEXT_LENGTH} characters` : null;
}

function storableAttachment({ title, url, text, file, ...rest }: FileAttachment): FileAttachment {
  const name = file && fileNameOf(storable(file.name));
  return {
    ...rest,
    title: storable(title).trim().slice(0, EVIDENCE_TITLE_LENGTH) || name || "Evidence",
    url: url === null ? null : linkAddress(url),
    text: text === null ? null : storable(text),
    file: file && { ...file, name: name ?? "file" },
  };
}
