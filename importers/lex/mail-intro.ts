const WROTE = String.raw`(?<!\p{L})(?:On|Am|Le|El|Il|Em|Op|Den|W dniu)(?!\p{L}).{4,240}(?<!\p{L})(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał\(?a?\)?)(?!\p{L})`;

/** "On Tue, 3 Mar 2026 at 10:42, Dana <d@example.com> wrote:" in the languages of common mail programs. */
export const MAIL_INTRO = new RegExp(String.raw`^${WROTE}.{0,160}:$`, "iu");

/** The same anywhere in a line that a page joined, before the mark of the first quoted line. */
export const JOINED_INTRO = new RegExp(String.raw`(?:^|\s)(${WROTE}[^>]{0,160}:)\s(?=>\s)`, "iu");
