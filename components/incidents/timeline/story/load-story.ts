import { appendPage, keepNewer, type Story } from "./story.ts";

export interface StorySource {
  /** The current content of the cache. */
  read: () => Story | undefined;
  /** Shows a part before the rest has arrived. */
  show: (story: Story) => void;
  fetchPage: (cursor: string | undefined) => Promise<Story>;
}

/**
 * Loads all pages of a timeline. The first time it shows each page as it arrives and continues where the cache stopped.
 * Later it reads everything again in the background, so a long list neither shrinks nor jumps.
 */
export async function loadStory({ read, show, fetchPage }: StorySource): Promise<Story> {
  const cached = read();
  const grows = cached === undefined || cached.nextCursor !== null;
  let story = grows && cached ? cached : await fetchPage(undefined);
  while (story.nextCursor !== null) {
    if (grows) show(story);
    const page = await fetchPage(story.nextCursor);
    story = appendPage((grows ? read() : undefined) ?? story, page);
  }
  return keepNewer(story, read());
}
