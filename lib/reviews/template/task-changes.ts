import type { TemplateTask } from "./template.ts";

/** A task of a review that comes from its template. */
export interface TakenTask {
  id: string;
  title: string;
  role: string | null;
  ownerId: string | null;
  days: number | null;
  after: string | null;
  isDone: boolean;
  /** A person removed it from the review. */
  isRemoved: boolean;
}

export interface TaskChanges {
  added: TemplateTask[];
  changed: { id: string; task: TemplateTask }[];
  /** Those that the template no longer has, without what is done. */
  gone: { id: string; title: string }[];
}

/**
 * Returns how the tasks of a template differ from those that a review took from it, matched by title. What a person
 * removed stays removed, and what is done stays done.
 */
export function taskChanges(taken: readonly TakenTask[], tasks: readonly TemplateTask[]): TaskChanges {
  const left = [...taken];
  const take = (isIt: (one: TakenTask) => boolean) => {
    const at = left.findIndex(isIt);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const changes: TaskChanges = { added: [], changed: [], gone: [] };
  // A template can have one title twice, so those that are alike find each other first.
  const others = tasks.filter((task) => take((one) => one.title === task.title && isAlike(one, task)) === null);
  for (const task of others) {
    const one = take(({ title }) => title === task.title);
    if (one === null) changes.added.push(task);
    else if (isOpen(one)) changes.changed.push({ id: one.id, task });
  }
  changes.gone = left.filter(isOpen).map(({ id, title }) => ({ id, title }));
  return changes;
}

const isOpen = ({ isDone, isRemoved }: TakenTask): boolean => !isDone && !isRemoved;

/** A person who got the task in place of the template's counts as alike. */
function isAlike({ role, ownerId, days, after }: TakenTask, task: TemplateTask): boolean {
  const isSameDay = days === task.days && after === task.after;
  return isSameDay && ("role" in task.who ? role === task.who.role : role === null && ownerId !== null);
}
