package dev.touchstone.sandbox.security;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Assessment;
import dev.touchstone.sandbox.attempt.Transcript.Failure;
import dev.touchstone.sandbox.attempt.Transcript.Heard;
import dev.touchstone.sandbox.attempt.Transcript.Turn;

/** The files of an attempt. Canaries and other secrets were taken out before there was a transcript. */
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
        row.set("views", EventJson.mapper().valueToTree(result.judgement().views()));
        row.set("grader", grader(result));
        row.set("spans", EventJson.mapper().valueToTree(result.judgement().spans()));
        ArrayNode exchanges = row.putArray("exchanges");
        result.turns().map(SecurityReports::exchange).forEach(exchanges::add);
        row.set("failure", failure(result));
        return row;
    }

    private static ObjectNode exchange(Turn turn) {
        ObjectNode exchange = EventJson.mapper().createObjectNode().put("prompt", turn.prompt());
        Heard heard = turn.heard();
        exchange.put("answer", heard == null ? null : heard.text()).put("cutFrom", heard == null ? null : heard.cutFrom())
                .put("latencyMillis", turn.latencyMillis());
        if (heard != null) {
            exchange.set("secrets", EventJson.mapper().valueToTree(heard.secrets()));
            exchange.set("toolCalls", EventJson.mapper().valueToTree(heard.toolCalls()));
            exchange.set("tokens", EventJson.mapper().valueToTree(heard.tokens()));
        }
        return exchange;
    }

    private static @Nullable ObjectNode grader(CaseResult result) {
        Transcript said = result.line().transcript();
        Assessment assessment = said == null ? null : Grading.assessment(said);
        return assessment == null ? null
                : EventJson.mapper().createObjectNode().put("verdict", assessment.verdict())
                        .put("reason", assessment.reason()).put("evidence", assessment.evidence())
                        .put("model", assessment.model());
    }

    private static @Nullable ObjectNode failure(CaseResult result) {
        Failure failure = result.failure();
        return failure == null ? null
                : EventJson.mapper().createObjectNode().put("code", failure.code()).put("detail", failure.detail());
    }

    private static ObjectNode promptRow(CaseResult result) {
        ObjectNode row = head(result);
        ArrayNode prompts = row.putArray("prompts");
        result.turns().forEach(turn -> prompts.add(turn.prompt()));
        return row;
    }

    private static ObjectNode head(CaseResult result) {
        return EventJson.mapper().createObjectNode().put("caseId", result.line().test().id())
                .put("category", result.kind().category()).put("owasp", result.kind().owasp())
                .put("language", result.kind().language().key()).put("expected", result.kind().expected().key())
                .put("tier", result.kind().tier()).put("property", result.kind().property());
    }
}
