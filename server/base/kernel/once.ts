/** Returns a function that looks up each text only once, and then remembers the answer. */
export function once<Answer>(ask: (about: string) => Promise<Answer>): (about: string) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>();
  return (about) => {
    const answer = asked.get(about) ?? ask(about);
    asked.set(about, answer);
    return answer;
  };
}
