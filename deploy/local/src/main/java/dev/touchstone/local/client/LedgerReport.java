package dev.touchstone.local.client;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.review.ledger.check.Export.OfLog;
import dev.touchstone.review.ledger.check.Export.OfSubmission;
import dev.touchstone.review.ledger.check.Report;
import dev.touchstone.review.ledger.check.ReportJson;
import dev.touchstone.review.ledger.check.Said;
import dev.touchstone.review.ledger.note.Checkpoint;

/** What a check of the ledger is told as, for people or for programs. */
public final class LedgerReport {

    private final Output output;
    private final boolean json;

    public LedgerReport(Output output, boolean json) {
        this.output = output;
        this.json = json;
    }

    public ExitCode of(Report report) {
        if (json) {
            output.json(ReportJson.of(report));
        } else {
            output.line("%s  %s", report.isValid() ? "VALID" : "NOT VALID: faults " + report.found(),
                    checked(report.checked()));
            report.faults().forEach(fault -> said("fault", Said.of(fault)));
            if (report.found() > report.faults().size()) {
                output.line("  ... and %s more", report.found() - report.faults().size());
            }
            report.cautions().forEach(caution -> said("caution", Said.of(caution)));
        }
        return report.isValid() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    /** A file that is no export vouches for nothing. */
    public ExitCode refused(String why) {
        if (json) {
            ObjectNode refusal = JsonNodeFactory.instance.objectNode().put("valid", false).put("faultCount", 1);
            refusal.putArray("faults").addObject().putNull("index").put("kind", "not_an_export").put("detail", why);
            output.json(refusal);
        } else {
            output.line("NOT VALID: no export of a ledger");
            said("fault", new Said("not_an_export", why));
        }
        return ExitCode.REJECTED;
    }

    private void said(String what, Said said) {
        output.line("  %s  %s: %s", what, said.kind(), said.detail());
    }

    private static String checked(Report.Checked checked) {
        String scope = switch (checked.scope()) {
            case OfSubmission submission -> "submission " + submission.id();
            case OfLog(long from, long to) -> "log from " + from + " up to " + (to - 1);
        };
        return scope + ", entries " + checked.entries() + ", " + checkpoint(checked.checkpoint()) + ", "
                + (checked.signedBy().isEmpty() ? "signed by nobody who is trusted"
                        : "signed by " + String.join(", ", checked.signedBy()));
    }

    private static String checkpoint(@Nullable Checkpoint checkpoint) {
        return Optional.ofNullable(checkpoint).map(known -> "checkpoint " + known.origin() + " of size " + known.size())
                .orElse("no checkpoint");
    }
}
