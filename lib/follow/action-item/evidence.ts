import type { ActionEvidenceKind, ActionStatus, PointAnswer } from "#lib/base/vocabulary/action-item.ts";

const MARKER = /^(?:[-*•]|\d{1,2}[.)])\s+/;
const BOX = /^\[[ xX]\]\s+/;

/**
 * Returns the points of "done when" that a verifier answers: the lines of its list, without the line that introduces
 * them, or the whole text if it is one line. No point is there twice.
 */
export function pointsOf(doneWhen: string): string[] {
  const lines = doneWhen.split("\n").flatMap((line) => line.trim() || []);
  const first = lines.findIndex((line) => MARKER.test(line));
  if (first < 0) return [...new Set(lines)];
  const points: string[] = [];
  for (const line of lines.slice(first)) {
    if (MARKER.test(line)) points.push(line.replace(MARKER, "").replace(BOX, ""));
    else points.push(`${points.pop() ?? ""} ${line}`);
  }
  return [...new Set(points)];
}

/** The answer to one point, by its place in the list, counted from 1. */
export interface GivenAnswer {
  point: number;
  answer: PointAnswer;
}

export interface KeptAnswer {
  point: string;
  answer: PointAnswer;
}

/** Returns every point with its answer. A point without one isn't checked. Null if an answer is about no point. */
export function answersTo(points: readonly string[], given: readonly GivenAnswer[]): KeptAnswer[] | null {
  if (given.some(({ point }) => points[point - 1] === undefined)) return null;
  const byPoint = new Map(given.map(({ point, answer }) => [point, answer]));
  return points.map((point, at) => ({ point, answer: byPoint.get(at + 1) ?? "not_checked" }));
}

/**
 * Returns the first point that wasn't met when it was last checked, or null. `checks` are earlier verifications, the
 * oldest first. A point that was reworded since is another one.
 */
export function notMetLast(points: readonly string[], checks: readonly (readonly KeptAnswer[])[]): string | null {
  const answers = checks.flat().filter(({ answer }) => answer !== "not_checked");
  const last = new Map(answers.map(({ point, answer }) => [point, answer]));
  return points.find((point) => last.get(point) === "not_met") ?? null;
}

const WEB = /^https?:\/\/\S+$/i;
const CHANGE = /\/(?:pull|pulls|merge_requests|commit|commits)\/\w+/;

/** Returns the kind of evidence that a text looks like. */
export function evidenceKindOf(text: string): Extract<ActionEvidenceKind, "link" | "change" | "text"> {
  const words = text.trim();
  if (!WEB.test(words)) return "text";
  return CHANGE.test(words) ? "change" : "link";
}

/** Returns evidence by the point that it shows, and the rest, which shows all of them or a point that was reworded since. */
export function evidenceByPoint<Piece extends { point: string | null }>(
  points: readonly string[],
  evidence: readonly Piece[],
): { ofPoints: readonly (readonly Piece[])[]; ofAll: readonly Piece[] } {
  const ofPoints = points.map((point) => evidence.filter((piece) => piece.point === point));
  return { ofPoints, ofAll: evidence.filter(({ point }) => point === null || !points.includes(point)) };
}

/** Returns how many pieces of evidence there are, and how many of the points have any. */
export function pointsShown(points: readonly string[], evidence: readonly { point: string | null }[]) {
  const { ofPoints, ofAll } = evidenceByPoint(points, evidence);
  const shown = ofAll.length > 0 ? points.length : ofPoints.filter((pieces) => pieces.length > 0).length;
  return { pieces: evidence.length, points: points.length, shown };
}

interface EvidenceParts {
  kind: ActionEvidenceKind;
  url?: string | undefined;
  text?: string | undefined;
  eventId?: string | undefined;
  /** The file, or its content. */
  file?: unknown;
}

type Part = "url" | "text" | "eventId" | "file";

const URL_NEEDED = { field: "url", message: "Enter the URL" } as const;
const NEEDS: Record<ActionEvidenceKind, { field: Part; message: string }> = {
  link: URL_NEEDED,
  change: URL_NEEDED,
  event: { field: "eventId", message: "Choose an event of the timeline" },
  query: { field: "text", message: "Enter the query" },
  text: { field: "text", message: "Describe what was seen" },
  file: { field: "file", message: "Choose a file" },
};
const TAKES: Record<ActionEvidenceKind, readonly Part[]> = {
  link: ["url"],
  change: ["url"],
  event: ["eventId"],
  query: ["text", "url"],
  text: ["text"],
  file: ["file"],
};

/** Returns the part of a piece of evidence that is missing or that its kind doesn't have, or null. */
export function wrongPart(given: EvidenceParts): { field: Part; message: string } | null {
  const needed = NEEDS[given.kind];
  const part = given[needed.field];
  if (part === undefined || (typeof part === "string" && part.trim() === "")) return needed;
  const parts: readonly Part[] = ["url", "text", "eventId", "file"];
  const extra = parts.find((part) => given[part] !== undefined && !TAKES[given.kind].includes(part));
  return extra
    ? { field: extra, message: "This type of evidence can't have this field. Leave it out, or add another piece." }
    : null;
}

/** Returns why a piece that shows whether an action worked can't be removed, or null. `others` are those of its answer. */
export const keepsAnswered = ({ others }: { others: number }) =>
  others > 0 ? null : { rule: "evidence_needed", message: "An answer needs evidence. Add another piece first." };

/** Returns why a piece of evidence can't be removed, or null. `others` is how many the action has apart from it. */
export function keepsEvidence({ status, others }: { status: ActionStatus; others: number }) {
  if (status === "verified")
    return { rule: "evidence_kept", message: "It was verified with this evidence. Reopen the action first." };
  if (status !== "implemented" || others > 0) return null;
  return { rule: "evidence_needed", message: "An action to verify needs evidence. Add another piece first." };
}
