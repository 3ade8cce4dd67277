import { serveTasks } from "#server/base/worker/index.ts";
import { READ_WRITE_UP, readWriteUpInWorker } from "#server/follow/write-up/read/read-write-up.ts";
import { UNPACK_WRITE_UPS, unpackWriteUps } from "#server/follow/write-up/read/unpack.ts";
import { UNWRAP_JSON, unwrapJson } from "#server/http/upload/unwrap-json.ts";
import { PREPARE_FILE, prepareFileInWorker } from "#server/incidents/evidence/prepare-file.ts";
import { WRITE_TIMELINE, writeTimelineInWorker } from "#server/incidents/export/write-timeline.ts";
import { READ_SOURCE, readSource } from "#server/incidents/import/read/read-source.ts";
import { SUGGEST_MILESTONES, suggestInWorker } from "#server/incidents/timeline/suggestions.ts";
import { READ_DELIVERY, readDeliveryInPieces } from "#server/intake/delivery/read-delivery.ts";
import { TEXT_TASKS } from "#server/reviews/document/work/texts.ts";
import { writeReviewInWorker } from "#server/reviews/export/files/in-worker.ts";
import { WRITE_REVIEW } from "#server/reviews/export/files/write-review.ts";
import { PREPARE_PICTURE, preparePictureInWorker } from "#server/reviews/picture/prepare-picture.ts";

// The code of a worker thread. Nothing that it imports can open a connection.
serveTasks({
  [READ_SOURCE.name]: readSource,
  [PREPARE_FILE.name]: prepareFileInWorker,
  [PREPARE_PICTURE.name]: preparePictureInWorker,
  [WRITE_TIMELINE.name]: writeTimelineInWorker,
  [SUGGEST_MILESTONES.name]: suggestInWorker,
  [UNWRAP_JSON.name]: unwrapJson,
  [READ_DELIVERY.name]: readDeliveryInPieces,
  [WRITE_REVIEW.name]: writeReviewInWorker,
  [UNPACK_WRITE_UPS.name]: unpackWriteUps,
  [READ_WRITE_UP.name]: readWriteUpInWorker,
  ...TEXT_TASKS,
});
