/** What the page of people asks for; the server fetches with the same, so the browser finds it there. */
export const peopleInput = (q: string, includeDisabled: boolean, cursor?: string) => ({
  includeDisabled,
  ...(q.trim() ? { q: q.trim() } : {}),
  ...(cursor ? { cursor } : {}),
});
