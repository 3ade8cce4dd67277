import { expect, it } from "vitest";
import { type TakenTask, taskChanges } from "./task-changes.ts";
import type { TemplateTask } from "./template.ts";

const INVITE: TemplateTask = { title: "Invite", who: { role: "facilitator" }, days: -2, after: "meeting" };
const SHARE: TemplateTask = { title: "Share", who: { userId: "ada" }, days: 0, after: "published" };
const taken = (id: string, task: TemplateTask, more: Partial<TakenTask> = {}): TakenTask => ({
  ...{ id, title: task.title, days: task.days, after: task.after, isDone: false, isRemoved: false },
  role: "role" in task.who ? task.who.role : null,
  ownerId: "userId" in task.who ? task.who.userId : null,
  ...more,
});
const NONE = { added: [], changed: [], gone: [] };

it("finds nothing in the tasks that a review has, even if people gave them to others", () => {
  const given = { ownerId: "ben" };
  expect(taskChanges([taken("1", INVITE, given), taken("2", SHARE, given)], [SHARE, INVITE])).toEqual(NONE);
});

it("finds added, changed and missing tasks", () => {
  const later = { ...INVITE, days: -1 };
  expect(taskChanges([taken("1", INVITE), taken("2", SHARE)], [later, { ...SHARE, title: "Tell" }])).toEqual({
    added: [{ ...SHARE, title: "Tell" }],
    changed: [{ id: "1", task: later }],
    gone: [{ id: "2", title: "Share" }],
  });
  const byRole: TemplateTask = { ...SHARE, who: { role: "owner" } };
  expect(taskChanges([taken("2", SHARE)], [byRole]).changed).toEqual([{ id: "2", task: byRole }]);
});

it("leaves what is done or was removed", () => {
  const later = { ...INVITE, days: -1 };
  for (const state of [{ isDone: true }, { isRemoved: true }]) {
    expect(taskChanges([taken("1", INVITE, state)], [later])).toEqual(NONE);
    expect(taskChanges([taken("1", INVITE, state)], [])).toEqual(NONE);
  }
});

it("matches a title that occurs twice with the task that is alike", () => {
  const again = { ...INVITE, days: -7 };
  expect(taskChanges([taken("1", INVITE), taken("2", again)], [again, INVITE])).toEqual(NONE);
  expect(taskChanges([taken("1", INVITE)], [again, INVITE])).toEqual({ ...NONE, added: [again] });
});
