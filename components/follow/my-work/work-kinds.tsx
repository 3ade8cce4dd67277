import {
  BadgeCheck,
  CalendarClock,
  CalendarOff,
  CircleHelp,
  HeartPulse,
  History,
  Hourglass,
  ListTodo,
  type LucideIcon,
  MessageSquare,
  PencilLine,
  Presentation,
  Stamp,
  Stethoscope,
  UserCheck,
} from "lucide-react";
import type { WorkItem } from "#lib/contract/me.ts";

interface WorkKind {
  icon: LucideIcon;
  /** The needed step, before the title. */
  lead: string;
  button: string;
}

export const WORK_KINDS: Record<WorkItem["kind"], WorkKind> = {
  action_due: { icon: CalendarClock, lead: "Finish", button: "Open action" },
  action_to_accept: { icon: UserCheck, lead: "Decide on", button: "Open action" },
  action_to_triage: { icon: Hourglass, lead: "Not accepted yet", button: "Open action" },
  still_wanted: { icon: History, lead: "Still wanted?", button: "Open action" },
  action_to_verify: { icon: BadgeCheck, lead: "Check evidence", button: "Check evidence" },
  effect_due: { icon: Stethoscope, lead: "Check whether it worked", button: "Open action" },
  waiver_to_answer: { icon: CalendarOff, lead: "Approve or reject a waiver", button: "Open action" },
  review_to_write: { icon: PencilLine, lead: "Finish your review", button: "Continue writing" },
  review_task: { icon: ListTodo, lead: "Do a task", button: "Open review" },
  review_to_run: { icon: Presentation, lead: "Continue the review", button: "Open review" },
  review_to_approve: { icon: Stamp, lead: "Approve the review", button: "Open review" },
  time_to_answer: { icon: CircleHelp, lead: "Set a time zone or day", button: "Answer" },
  comment_to_answer: { icon: MessageSquare, lead: "Answer a comment", button: "Open comment" },
  change_effect_due: { icon: Stethoscope, lead: "Record the effect", button: "Open change" },
  health_due: { icon: HeartPulse, lead: "Report health", button: "Report health" },
};
