package dev.touchstone.sandbox.attempt;

import java.net.URI;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The RFC 9457 problems of attempts and replays. Their types are stable. */
final class ReplayProblems {

    private ReplayProblems() {
    }

    static HttpProblem noSubmission() {
        return problem("malformed-request", "Malformed request", 400, "submissionId is the UUID of a submission.");
    }

    static HttpProblem unknown() {
        return problem("unknown-attempt", "Unknown attempt", 404, "No such attempt has ended here.");
    }

    static HttpProblem neverJudged() {
        return problem("never-judged", "Never judged", 409,
                "The attempt ended before the agent was asked: it has no transcript.");
    }

    static HttpProblem unknownFormat(NotATranscript fault) {
        return problem("unknown-transcript", "Unknown transcript", 409, fault.reason());
    }

    static HttpProblem transcriptGone() {
        return problem("transcript-gone", "Transcript gone", 410,
                "The transcript was kept as long as transcripts are kept here. Whoever has the file may post it to /replays.");
    }

    static HttpProblem notATranscript(String reason) {
        return problem("not-a-transcript", "Not a transcript", 422, reason);
    }

    static HttpProblem busy() {
        return HttpProblem.builder().withType(type("replay-busy")).withTitle("Busy").withStatus(503)
                .withDetail("Another attempt is being judged again.").withHeader("Retry-After", "5").build();
    }

    private static HttpProblem problem(String type, String title, int status, String detail) {
        return HttpProblem.builder().withType(type(type)).withTitle(title).withStatus(status).withDetail(detail).build();
    }

    private static URI type(String name) {
        return URI.create("urn:touchstone:problem:" + name);
    }
}
