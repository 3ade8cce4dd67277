/** Returns lateness in days as text: "39 d late", "due today", "due in 3 d". */
export const latenessWords = (days: number): string => (days > 0 ? shortLateness(days) : `due ${shortLateness(days)}`);

/** Returns lateness where its place says that it is about a due date: "39 d late", "today", "in 3 d". */
export function shortLateness(days: number): string {
  if (days > 0) return `${days} d late`;
  return days === 0 ? "today" : `in ${-days} d`;
}
