import { MAIL_INTRO } from "#importers/lex/mail-intro.ts";

export interface SplitMail {
  /** The sender's own text. */
  own: string;
  /** Earlier messages and the signature, one block each, with the line (1-based) where it starts. */
  quoted: { line: number; text: string }[];
}

const ORIGINAL =
  /^-{2,}\s?(?:Original|Forwarded|Ursprüngliche|Weitergeleitete|Message d'origine)\b.{0,40}-{2,}$|^Begin forwarded message:$/i;
const OUTLOOK = /^\*{0,2}(?:From|Von|De|Da):\*{0,2}\s/i;
const OUTLOOK_NEXT = /^\*{0,2}(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|To|An|À|Para):\*{0,2}\s/i;
const SIGNATURE = /^-- ?$/;
/** An introduction can be wrapped over this many lines. */
const INTRO_LINES = 3;

/** Divides a message into the sender's own text and what is quoted below or between it. */
export function splitQuoted(text: string): SplitMail {
  const lines = text.split("\n");
  const own: string[] = [];
  const quoted: SplitMail["quoted"] = [];
  let open: { line: number; rows: string[] } | null = null;
  const close = () => {
    if (open) quoted.push({ line: open.line, text: open.rows.join("\n").trim() });
    open = null;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trimEnd();
    if (SIGNATURE.test(lines[at] ?? "") || beginsOriginal(lines, at)) {
      close();
      quoted.push({ line: at + 1, text: lines.slice(at).join("\n").trim() });
      break;
    }
    const intro = introLength(lines, at);
    if (intro > 0 || line.startsWith(">")) {
      open ??= { line: at + 1, rows: [] };
      open.rows.push(...lines.slice(at, at + Math.max(1, intro)));
      at += Math.max(0, intro - 1);
    } else if (open !== null && line === "" && continues(lines, at)) open = keep(open, line);
    else {
      close();
      own.push(line);
    }
  }
  close();
  return {
    own: own
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    quoted,
  };
}

function keep<Open extends { rows: string[] }>(open: Open, line: string): Open {
  open.rows.push(line);
  return open;
}

/** A blank line within a quotation, if the next line with text is quoted too. */
function continues(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1, at + 4).find((line) => line.trim() !== "");
  return next?.startsWith(">") ?? false;
}

/** Returns how many lines introduce a quotation here. 0 if none. */
function introLength(lines: readonly string[], at: number): number {
  let joined = "";
  for (let count = 1; count <= INTRO_LINES; count += 1) {
    const line = lines[at + count - 1]?.trim();
    if (!line) return 0;
    joined = count === 1 ? line : `${joined} ${line}`;
    if (joined.length > 500) return 0;
    if (!MAIL_INTRO.test(joined)) continue;
    const next = lines.slice(at + count, at + count + 3).find((one) => one.trim() !== "");
    return next?.startsWith(">") ? count : 0;
  }
  return 0;
}

/** Returns whether the rest is an earlier message without marks, as some programs write it. */
function beginsOriginal(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? "").trim();
  if (line.length > 500) return false;
  if (ORIGINAL.test(line)) return true;
  const next = (lines[at + 1] ?? "").trim();
  if (OUTLOOK.test(line) && OUTLOOK_NEXT.test(next)) return true;
  return MAIL_INTRO.test(line) && !lines.slice(at + 1, at + 4).some((one) => one.startsWith(">"));
}
