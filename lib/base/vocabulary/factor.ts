/** The part a factor played in one incident. A factor has one role. */
export const FACTOR_ROLES = [
  "trigger",
  "contributor",
  "latent_condition",
  "amplifier",
  "detection_gap",
  "response_difficulty",
  "mitigator",
  "luck",
  "surprise",
] as const;
export type FactorRole = (typeof FACTOR_ROLES)[number];

export const FACTOR_ROLE_WORDS: Record<FactorRole, string> = {
  trigger: "Trigger",
  contributor: "Contributor",
  latent_condition: "Latent condition",
  amplifier: "Amplifier",
  detection_gap: "Detection gap",
  response_difficulty: "Response difficulty",
  mitigator: "Mitigator",
  luck: "Luck",
  surprise: "Surprise",
};

export const FACTOR_ROLE_MEANINGS: Record<FactorRole, string> = {
  trigger: "Set it off",
  contributor: "Was necessary for it to happen, or to reach this size",
  latent_condition: "Was present long before and did no harm alone",
  amplifier: "Made it larger or longer",
  detection_gap: "Delayed detection",
  response_difficulty: "Made diagnosis, coordination or repair hard",
  mitigator: "Limited the harm",
  luck: "Helped, but can't be relied on",
  surprise: "Contradicted what people believed about the system",
};

/** Where in the socio-technical system the condition lives. A factor has one main domain, and can have more. */
export const FACTOR_DOMAINS = [
  "code",
  "config",
  "deployment",
  "capacity",
  "architecture",
  "dependency",
  "data",
  "network_hardware",
  "observability",
  "tooling",
  "knowledge",
  "coordination",
  "communication",
  "process",
  "security",
  "automation",
  "unknown",
] as const;
export type FactorDomain = (typeof FACTOR_DOMAINS)[number];

export const FACTOR_DOMAIN_WORDS: Record<FactorDomain, string> = {
  code: "Code change",
  config: "Config or flag change",
  deployment: "Deployment and rollback",
  capacity: "Capacity and scale",
  architecture: "Architecture and coupling",
  dependency: "External dependency",
  data: "Data and schema",
  network_hardware: "Network and hardware",
  observability: "Observability and alarms",
  tooling: "Tooling, interface, guard rails",
  knowledge: "Knowledge, docs, expertise",
  coordination: "Coordination and roles",
  communication: "Communication to customers",
  process: "Process, priorities, pressure",
  security: "Security",
  automation: "Automation and agents",
  unknown: "Unknown",
};

/** Aspects of an incident that a factor can explain. One factor can explain several. */
export const FACTOR_EXPLAINS = ["impact", "duration", "detection", "response"] as const;
export type FactorExplains = (typeof FACTOR_EXPLAINS)[number];

export const FACTOR_EXPLAINS_WORDS: Record<FactorExplains, string> = {
  impact: "Impact",
  duration: "Duration",
  detection: "Detection",
  response: "Response",
};

/** Who acted in a factor. An agent decides for itself what to do, automation follows rules that people wrote. */
export const FACTOR_ACTORS = ["people", "automation", "agent"] as const;
export type FactorActor = (typeof FACTOR_ACTORS)[number];

export const FACTOR_ACTOR_WORDS: Record<FactorActor, string> = {
  people: "People",
  automation: "Automation",
  agent: "Automated agent",
};

export const FACTOR_STATUSES = ["hypothesis", "supported", "disputed", "rejected"] as const;
export type FactorStatus = (typeof FACTOR_STATUSES)[number];

export const FACTOR_STATUS_WORDS: Record<FactorStatus, string> = {
  hypothesis: "Hypothesis",
  supported: "Supported",
  disputed: "Disputed",
  rejected: "Rejected",
};

/** Edges of the factor graph, read "from … to". */
export const FACTOR_RELATIONS = ["made_possible", "amplified", "masked", "mitigated"] as const;
export type FactorRelation = (typeof FACTOR_RELATIONS)[number];

export const FACTOR_RELATION_WORDS: Record<FactorRelation, string> = {
  made_possible: "made possible",
  amplified: "amplified",
  masked: "masked",
  mitigated: "mitigated",
};

/** Whether an evidence event supports a factor. */
export const EVIDENCE_STANCES = ["for", "against"] as const;
export type EvidenceStance = (typeof EVIDENCE_STANCES)[number];
