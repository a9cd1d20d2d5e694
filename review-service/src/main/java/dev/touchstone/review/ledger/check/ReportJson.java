package dev.touchstone.review.ledger.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.review.ledger.check.Export.OfLog;
import dev.touchstone.review.ledger.check.Export.OfSubmission;

/** A report as JSON: the service's answer and the command's are the same. */
public final class ReportJson {

    private ReportJson() {
    }

    public static ObjectNode of(Report report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("valid", report.isValid()).put("faultCount", report.found());
        ArrayNode faults = json.putArray("faults");
        report.faults().forEach(fault -> put(faults.addObject(), fault));
        ArrayNode cautions = json.putArray("cautions");
        report.cautions().stream().map(Said::of)
                .forEach(said -> cautions.addObject().put("kind", said.kind()).put("detail", said.detail()));
        put(json.putObject("checked"), report.checked());
        return json;
    }

    /** Null is no index: a fault of the whole. */
    private static void put(ObjectNode json, Fault fault) {
        if (fault instanceof Fault.OfEntry entry) {
            json.put("index", entry.index());
        } else {
            json.putNull("index");
        }
        Said said = Said.of(fault);
        json.put("kind", said.kind()).put("detail", said.detail());
    }

    private static void put(ObjectNode json, Report.Checked checked) {
        json.put("entries", checked.entries());
        switch (checked.scope()) {
            case OfSubmission submission -> json.put("submissionId", submission.id());
            case OfLog(long from, long to) -> json.put("from", from).put("to", to);
        }
        if (checked.checkpoint() == null) {
            json.putNull("checkpoint");
        } else {
            json.putObject("checkpoint").put("origin", checked.checkpoint().origin())
                    .put("size", checked.checkpoint().size()).put("rootHash", checked.checkpoint().rootHash().hex());
        }
        ArrayNode signers = json.putArray("signedBy");
        checked.signedBy().forEach(signers::add);
    }
}
