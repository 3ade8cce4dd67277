import { oneOf } from "#lib/base/text/phrases.ts";

/** "The carrier confirms it. They are investigating": others work on it. */
const OTHERS_WORK =
  /(?:^|[.;:,–—] ?|\band )\W*they(?: are|['’]re| were| have| will)(?: now| also| still| currently| been| start(?:ed)?)? (?:be )?(?:investigat|look(?:ing|ed)? into|troubleshoot|working on|check)\w{0,4}\b/i;
/** "Release tests completed", "压力测试完成": a test shows that it would work. */
const TEST_DONE = new RegExp(
  oneOf`
    ^\W*(?:(?:the|all|our|final|first|more) ){0,2}(?:release|load|stress|smoke|regression|acceptance|integration|failover|unit) ?-?tests? (?:(?:was|were|has|have|is|are|been|all) ){0,3}(?:complete|completed|done|finished|passed|successful|green|run)\b
    (?:テスト|試験|検証)の?(?:実施)?(?:が|を|は)?(?:完了|終了|合格|成功)
    (?:测试|測試|演练|压测)(?:已|全部)?(?:完成|通过|结束|成功) | (?:테스트|시험|검증)(?:를|을|가|이)? ?(?:완료|통과|종료|성공)
    (?:release|last|regressions|abnahme|integrations)?-?tests? (?:wurden? |sind |ist )?(?:abgeschlossen|bestanden|erfolgreich|durchgelaufen)
  `,
  "iu",
);
const ALSO_WELL = /\b(?:back|restored|recovered|resolved|again|live|production)\b|恢复|復旧|回復|복구|정상화|wieder/iu;
const READ = 300;

/** Returns whether others than the team are said to work on it. */
export const isOthersWork = (text: string): boolean => OTHERS_WORK.test(text.slice(0, READ));

/** Returns whether only a test went well. */
export const isOnlyTested = (title: string): boolean => TEST_DONE.test(title) && !ALSO_WELL.test(title);
