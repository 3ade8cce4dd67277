import type { WriteDesk, WriteStep } from "./write-desk.ts";

/** A write of every operation on comments, on what a step has made. */
export function commentWrites(
  desk: WriteDesk,
  noun: "comment" | "actionComment" | "changeComment",
  about: "review" | "action" | "change",
): WriteStep[] {
  const { api, id, keep } = desk;
  const on = () => ({ key: id(about), id: id(`thread on ${about}`) });
  const comment = () => ({ key: id(about), id: id(`comment on ${about}`) });
  return [
    [
      `${noun}.start`,
      async () => {
        const thread = await api[noun].start({ key: id(about), body: "How late?" });
        keep(`thread on ${about}`, thread.id);
        keep(`comment on ${about}`, thread.comments[0]?.id);
      },
    ],
    [`${noun}.reply`, () => api[noun].reply({ ...on(), body: "An hour" })],
    [`${noun}.edit`, () => api[noun].edit({ ...comment(), body: "How late was it?" })],
    [`${noun}.react`, () => api[noun].react({ ...comment(), kind: "agree", on: true })],
    [`${noun}.assign`, () => api[noun].assign({ ...on(), version: 2, assigneeId: desk.admin.id })],
    [`${noun}.finish`, () => api[noun].finish({ ...on(), version: 3, done: true })],
    [`${noun}.resolve`, () => api[noun].resolve({ ...on(), version: 4, resolved: true })],
  ];
}
