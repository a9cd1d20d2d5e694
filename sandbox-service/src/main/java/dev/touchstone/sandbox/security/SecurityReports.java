package dev.touchstone.sandbox.security;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.attempt.Report;

/** The files of an attempt. Canaries and other secrets were taken out before the results were stored. */
final class SecurityReports {

    private SecurityReports() {
    }

    static List<Report> of(Tally tally, SecuritySummary summary) {
        return List.of(
                Report.jsonLines("security_report.jsonl", tally.results().stream().map(SecurityReports::verdictRow).toList()),
                Report.jsonLines("security_prompts.jsonl", tally.results().stream().map(SecurityReports::promptRow).toList()),
                Report.json("security_summary.json", summary.json()));
    }

    private static ObjectNode verdictRow(CaseResult result) {
        ObjectNode row = head(result);
        row.put("verdict", result.verdict().key()).put("reason", result.judgement().reason());
        row.set("spans", EventJson.mapper().valueToTree(result.judgement().spans()));
        row.set("exchanges", EventJson.mapper().valueToTree(result.exchanges()));
        row.set("failure", EventJson.mapper().valueToTree(result.failure()));
        return row;
    }

    private static ObjectNode promptRow(CaseResult result) {
        ObjectNode row = head(result);
        ArrayNode prompts = row.putArray("prompts");
        result.exchanges().forEach(exchange -> prompts.add(exchange.prompt()));
        return row;
    }

    private static ObjectNode head(CaseResult result) {
        return EventJson.mapper().createObjectNode().put("caseId", result.caseId())
                .put("category", result.kind().category()).put("owasp", result.kind().owasp())
                .put("language", result.kind().language().key()).put("expected", result.kind().expected().key());
    }
}
