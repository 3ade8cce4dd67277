const count = (many: number, one: string) => (many === 1 ? `1 ${one}` : `${many} ${one}s`);

/** Returns what ends with a new password or a sign-out everywhere, as one sentence. Null if nothing does. */
export function endingWords({ sessions, tokens }: { sessions: number; tokens: number }): string | null {
  const parts = [
    sessions > 0 ? `${count(sessions, "other session")} ${sessions === 1 ? "ends" : "end"}` : null,
    tokens > 0 ? `${count(tokens, "personal token")} ${tokens === 1 ? "is" : "are"} revoked` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join(" and ")}.`;
}

/** The same in the past tense, for afterwards. */
export function endedWords({ sessions, tokens }: { sessions: number; tokens: number }): string {
  const ended = sessions === 0 && tokens > 0 ? [] : [`${count(sessions, "other session")} ended`];
  const revoked = tokens > 0 ? [`${count(tokens, "personal token")} revoked`] : [];
  return [...ended, ...revoked].join(", ");
}
