package dev.touchstone.local.client;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is said at the end of a command, for people or for programs, and the exit code that goes with it. */
public final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "urn:touchstone:problem:";

    private final Target target;
    private final Output output;
    private final boolean json;

    public Report(Target target, Output output, boolean json) {
        this.target = target;
        this.output = output;
        this.json = json;
    }

    /** Of a review that was watched or asked about. */
    public ExitCode review(Progress progress) {
        if (json) {
            output.json(progress.json());
        } else {
            String score = progress.trustScore().isNumber() ? progress.trustScore().asText() : "none";
            output.line("%s  %s %s  (trust score %s, verdict %s)", progress.state().toUpperCase(Locale.ROOT),
                    progress.agentId(), progress.revision(), score,
                    progress.verdict().isEmpty() ? "none" : progress.verdict());
            if (!progress.statusReason().isEmpty()) {
                output.line("  %s", progress.statusReason());
            }
            links(progress);
        }
        return ExitCode.of(progress);
    }

    /** Of a submission that was taken in, or had been before. */
    public void accepted(JsonNode acceptance) {
        boolean before = acceptance.path("duplicateOf").isTextual();
        output.line("%s %s %s", before ? "submitted before:" : "submitted:", acceptance.path("submissionId").asText(),
                acceptance.path("revision").asText());
        warnings(acceptance);
        if (before) {
            output.line("  nothing was added; to submit the same once more give another --idempotency-key");
        }
        links(new Progress(acceptance));
    }

    /** Of what would become of a submission. */
    public ExitCode rehearsed(JsonNode rehearsal) {
        if (!rehearsal.path("wouldBeAccepted").isBoolean()) {
            return unreachable("it does not say what would become of the submission");
        }
        boolean valid = rehearsal.path("wouldBeAccepted").booleanValue();
        if (json) {
            output.json(rehearsal);
        } else {
            output.line(valid ? "valid: it would be accepted" : "not valid: it would be refused");
            rehearsal.path("problems").forEach(problem -> refusal(problem, problem.path("status").asInt()));
            warnings(rehearsal);
        }
        return valid ? ExitCode.DONE : ExitCode.REFUSED;
    }

    /** Of anything else that was done: nothing but the document is of interest to a program. */
    public ExitCode done(JsonNode document, String words, Object... arguments) {
        if (json) {
            output.json(document);
        } else {
            output.line(words, arguments);
        }
        return ExitCode.DONE;
    }

    /** Of what was not done. */
    public ExitCode failed(Answer answer) {
        return switch (answer) {
            case Answer.Success(int status, var body) -> done(body, "done");
            case Answer.Refusal refusal -> refused(refusal);
            case Answer.Silence(String why) -> unreachable(why);
        };
    }

    private ExitCode refused(Answer.Refusal refusal) {
        JsonNode problem = refusal.problem();
        if (json) {
            output.json(problem.isObject() ? problem : problem("refused", refusal.status(), problem.asText()));
        } else {
            refusal(problem, refusal.status());
            hint(refusal.status());
        }
        return ExitCode.REFUSED;
    }

    private void refusal(JsonNode problem, int status) {
        output.note("refused (%s): %s", status, problem.path("title").asText("no reason was given"));
        if (problem.path("detail").isTextual()) {
            output.note("  %s", problem.path("detail").textValue());
        }
        for (JsonNode violation : problem.path("violations")) {
            output.note("  %s  %s", pointer(violation), violation.path("detail").asText(""));
        }
        if (problem.path("type").isTextual()) {
            output.note("  %s", problem.path("type").textValue());
        }
    }

    private void hint(int status) {
        if (status == 401) {
            output.note("  The key that was sent is not in force at %s; set TOUCHSTONE_API_KEY to one that is.", target);
        }
    }

    private ExitCode unreachable(String why) {
        if (json) {
            output.json(problem("unreachable", null, target + ": " + why));
        } else {
            output.note("%s cannot be reached: %s", target, why);
        }
        return ExitCode.UNREACHABLE;
    }

    private void links(Progress progress) {
        link("review", progress.reviewUrl());
        link("W&B", progress.runUrl());
    }

    private void link(String name, String url) {
        if (!url.isEmpty()) {
            output.line("  %-7s %s", name, url);
        }
    }

    private static String pointer(JsonNode violation) {
        String pointer = violation.path("pointer").asText("");
        return pointer.isEmpty() ? "(document)" : pointer;
    }

    private void warnings(JsonNode answer) {
        answer.path("warnings").forEach(warning -> output.line("  warning: %s", words(warning)));
    }

    private static String words(JsonNode warning) {
        return warning.isTextual() ? warning.textValue() : warning.path("detail").asText(warning.toString());
    }

    /** In the form of a service's own, so that a program finds the same members. */
    private static ObjectNode problem(String type, @Nullable Integer status, String detail) {
        ObjectNode problem = JSON.createObjectNode().put("type", PROBLEM + type);
        if (status != null) {
            problem.put("status", status);
        }
        return problem.put("detail", detail);
    }
}
