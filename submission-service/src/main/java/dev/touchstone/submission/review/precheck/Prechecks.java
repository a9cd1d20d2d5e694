package dev.touchstone.submission.review.precheck;

import java.util.List;
import java.util.stream.Stream;

import dev.touchstone.submission.card.Snapshot;
import dev.touchstone.submission.review.precheck.Evidence.Documents;

/** All checks. Pure: the same evidence always makes the same report. */
final class Prechecks {

    private Prechecks() {
    }

    static PrecheckReport report(Evidence evidence) {
        List<Check> checks = Stream.of(DocumentChecks.of(evidence.documents()), RecordChecks.of(evidence.records()),
                VisitChecks.of(evidence.visit())).flatMap(List::stream).toList();
        return new PrecheckReport(checks, snapshotDigest(evidence.documents()));
    }

    static String snapshotDigest(Documents documents) {
        return Snapshot.digest(documents.card(), documents.manifest());
    }
}
