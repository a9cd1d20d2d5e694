package dev.touchstone.local.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.client.Progress;

/** How the reviews ended. */
public final class Outcome {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Candidate> candidates;

    Outcome(List<Candidate> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /** Whether what deserves it is published and everything else is rejected. */
    public boolean isAsItShould() {
        return candidates.stream().allMatch(Candidate::endedAsItShould);
    }

    /** The run ids, of all that is known. */
    public List<String> runIds() {
        return candidates.stream().flatMap(candidate -> candidate.progress().stream()).map(Progress::runId).toList();
    }

    /** For people. */
    public void print(PrintStream out) {
        for (Candidate candidate : candidates) {
            candidate.progress().ifPresent(progress -> {
                out.printf("%n%-8s %s  (trust score %s, verdict %s)%n", candidate.sample().key(),
                        progress.state().toUpperCase(Locale.ROOT), score(progress), orNone(progress.verdict()));
                out.printf("         %s%n", progress.statusReason());
                out.printf("         review  %s%n", progress.reviewUrl());
                out.printf("         W&B     %s  (%s)%n", progress.runUrl(), progress.runState());
            });
        }
    }

    /** For programs: a JSON object a line. */
    public void printJson(PrintStream out) {
        for (Candidate candidate : candidates) {
            ObjectNode line = JSON.createObjectNode().put("agent", candidate.sample().key()).put("id",
                    candidate.submissionId());
            candidate.progress().ifPresent(progress -> {
                line.put("runId", progress.runId()).put("runUrl", progress.runUrl()).put("runState", progress.runState())
                        .put("state", progress.state());
                line.set("trustScore", progress.trustScore().isNumber() ? progress.trustScore() : null);
                line.put("verdict",
                        progress.verdict().isEmpty() ? null : progress.verdict())
                        .put("reviewUrl", progress.reviewUrl());
            });
            out.println(line);
        }
    }

    private static String score(Progress progress) {
        return progress.trustScore().isNumber() ? progress.trustScore().asText() : "none";
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
