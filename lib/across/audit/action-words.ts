const NOUN_WORDS: Record<string, string> = {
  incident: "Incident",
  timeline_event: "Timeline event",
  milestone: "Milestone",
  impact_window: "Impact window",
  impact_series: "Measured series",
  suspect: "Suspect",
  import: "Import",
  finding: "Found in a file",
  review: "Review",
  comment: "Comment",
  comment_thread: "Comment",
  gate: "Gate",
  factor: "Factor",
  action_item: "Action item",
  strategic_change: "Strategic change",
  member: "Person",
  invitation: "Invitation",
  token: "Token",
  team: "Team",
  service: "Service",
  integration: "Integration",
  routing_rule: "Routing rule",
  incoming_event: "Incoming event",
  demo: "Demo data",
  backup: "Backup",
  digest: "Digest",
};

/** "action_item" as people say it. */
export const nounWords = (noun: string): string =>
  NOUN_WORDS[noun] ?? capital(noun.replaceAll("_", " ").replaceAll("-", " "));

/** "incident.severity_changed" as a few words: "Incident: severity changed". */
export function actionWords(action: string): string {
  const dot = action.indexOf(".");
  if (dot < 0) return capital(action.replaceAll("_", " "));
  return `${nounWords(action.slice(0, dot))}: ${action.slice(dot + 1).replaceAll("_", " ")}`;
}

const ACTOR_WORDS: Record<string, string> = {
  token: "by token",
  cli: "command line",
  job: "a job of the server",
  demo: "loader of the demo data",
  "set-up": "first set-up",
  "sign-in": "sign-in page",
};

/** Who acted, with how when it was not in the browser: "Maya, by token". */
export function actorWords(actor: string, kind: string): string {
  if (kind === "user") return actor;
  const how = ACTOR_WORDS[kind] ?? kind;
  return kind === "token" ? `${actor}, ${how}` : capital(how);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
