import type { ImportInput, PackedFile, SourceText } from "#importers/base/importer.ts";
import type { MailMessage } from "#importers/base/mail-message.ts";
import type { JsonRecord } from "#importers/base/values.ts";
import { type ByteSource, inMemory } from "./byte-source.ts";
import { decode } from "./decode-bytes.ts";
import { readEventLog } from "./event-log.ts";
import { parseJson, readJsonValues } from "./json-values.ts";
import { isZip, openZip, type ZipLimits, type ZippedFile } from "./open-zip.ts";
import { refuse } from "./refuse-zip.ts";
import { readXml } from "./xml-values.ts";
import { readYaml } from "./yaml-values.ts";

const MOST_BYTES = 1_000_000;
/** One line of `name=value&name=value` without spaces, as a form is sent. */
const FORM = /^\s{0,20}[\w.[\]%-]{1,80}=[^\s&=]{0,1000000}(?:&[\w.[\]%-]{1,80}=[^\s&=]{0,1000000})*\s{0,20}$/;

/**
 * Returns the fields of a webhook body that is a form, with JSON in them parsed. A form with one JSON field is that
 * value. Undefined for any other text.
 */
function readForm(text: string): unknown {
  if (text.length > MOST_BYTES || !/[&%]/.test(text) || !FORM.test(text)) return undefined;
  const fields = [...new URLSearchParams(text.trim())].map(([name, value]): [string, unknown] => [name, jsonIn(value)]);
  const [only] = fields;
  if (fields.length === 1 && typeof only?.[1] === "object") return only[1];
  return fields.length > 1 ? Object.fromEntries(fields) : undefined;
}

const jsonIn = (value: string): unknown => (/^\s*[{[]/.test(value) ? (parseJson(value) ?? value) : value);

/** An upload that can be on disk. */
export type StoredInput = Omit<ImportInput, "bytes"> & { bytes: ByteSource };

/**
 * Reads bytes as a source, decoded once for all importers. A zip with one text file is read as that file. Throws
 * AppError `too_large` or `invalid` for a zip beyond its limits.
 */
export function readSource(input: ImportInput, limits?: ZipLimits): SourceText {
  if (!isZip(input.bytes)) return readText(input.filename, decode(input.bytes));
  return readZip({ ...input, bytes: inMemory(input.bytes) }, limits);
}

/** Reads a zip as a source. Its files are unpacked when an importer needs them, and not kept. */
export function readZip({ filename, bytes, mails, refusedMails }: StoredInput, limits?: ZipLimits): SourceText {
  const { files, skipped } = openZip(bytes, limits);
  const [only] = files;
  if (only && files.length === 1) {
    const [mail, refused] = [mails?.get(only.path), refusedMails?.get(only.path)];
    if (refused !== undefined) refuse("too_large", `${only.path}: ${refused}`);
    return { ...readText(only.path, decode(only.unpack())), skippedFiles: skipped, ...(mail ? { mail } : {}) };
  }
  const packed = files.map(
    (file): PackedFile => new ZippedText(file, mails?.get(file.path), refusedMails?.get(file.path)),
  );
  packed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { filename, text: "", json: undefined, files: packed, skippedFiles: skipped };
}

class ZippedText implements PackedFile {
  readonly path: string;
  readonly mail?: MailMessage;
  readonly refused?: string;
  readonly #file: ZippedFile;

  constructor(file: ZippedFile, mail: MailMessage | undefined, refused: string | undefined) {
    this.path = file.path;
    this.#file = file;
    if (mail) this.mail = mail;
    if (refused !== undefined) this.refused = refused;
  }

  get text(): string {
    return decode(this.#file.unpack());
  }

  get json(): unknown {
    return parseJson(this.text);
  }
}

/** Parses JSON that was sent as a JSON string. */
const withinString = (json: unknown): unknown => (typeof json === "string" ? jsonIn(json) : json);

/** The separator before each value of a JSON text sequence. */
const SEPARATOR = "\u001e";

/** Returns a text with its parsed values, if it is JSON, YAML, XML or another notation of them. */
export function readText(filename: string, written: string): SourceText {
  const text = written.startsWith(SEPARATOR) ? written.replaceAll(SEPARATOR, "") : written;
  const json =
    withinString(parseJson(text)) ??
    readYaml(text, filename) ??
    readXml(text) ??
    readForm(text) ??
    readEventLog(text) ??
    readJournalExport(text);
  if (json !== undefined || !/^\s*[{[]/.test(text)) return { filename, text, json };
  const several = readJsonValues(text);
  if (!several) return { filename, text, json };
  return { filename, text, json: several.values, jsonEntries: several.entries, brokenEntries: several.broken };
}

const LONGEST_JOURNAL = 50_000_000;
const JOURNAL_FIELD = /^([A-Z_][A-Z0-9_]{0,64})=(.*)$/;
const TIMED = /(?:^|\n)__REALTIME_TIMESTAMP=\d/;

/**
 * Reads a systemd journal in its export format (one field per line, an empty line between entries) as the records of
 * its JSON format. Undefined for any other text. Binary fields are left out.
 */
function readJournalExport(text: string): unknown {
  if (text.length > LONGEST_JOURNAL || !isJournal(text)) return undefined;
  return text.split(/\r?\n(?:[ \t]*\r?\n)+/).flatMap(recordOf);
}

function isJournal(text: string): boolean {
  const head = text.slice(0, 10_000).trimStart();
  return head.startsWith("_") && JOURNAL_FIELD.test(head.split(/\r?\n/, 1)[0] ?? "") && TIMED.test(head);
}

function recordOf(block: string): JsonRecord[] {
  const fields = block.split(/\r?\n/).flatMap((line) => {
    const [, name, value = ""] = JOURNAL_FIELD.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  return fields.length > 0 ? [Object.fromEntries(fields)] : [];
}
