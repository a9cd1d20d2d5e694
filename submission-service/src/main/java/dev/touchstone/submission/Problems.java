package dev.touchstone.submission;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The refusals of this service as RFC 9457 problem documents. */
public final class Problems {

    private static final int SOON_SECONDS = 1;
    private static final int LATER_SECONDS = 30;

    private Problems() {
    }

    /** The beginning of a refusal; a detail says what this one is about, and what can be done. */
    public static HttpProblem.Builder of(ProblemType type) {
        return HttpProblem.builder().withType(type.uri()).withStatus(type.status()).withTitle(type.title());
    }

    public static HttpProblem malformedJson(String detail) {
        return of(ProblemType.MALFORMED_JSON).withDetail(detail).build();
    }

    public static HttpProblem malformedParameter(String detail) {
        return of(ProblemType.MALFORMED_PARAMETER).withDetail(detail).build();
    }

    public static HttpProblem notFound(String what) {
        return of(ProblemType.NOT_FOUND).withTitle("There is no such " + what).build();
    }

    public static HttpProblem malformedMultipart(String detail) {
        return of(ProblemType.MALFORMED_MULTIPART).withDetail(detail).build();
    }

    public static HttpProblem keyMalformed() {
        return of(ProblemType.IDEMPOTENCY_KEY_MALFORMED)
                .withDetail("An Idempotency-Key is one string of 1 to 255 printable ASCII characters in double quotes, as"
                        + " \"8e03978e-40d5\".")
                .build();
    }

    public static HttpProblem keyMissing() {
        return of(ProblemType.IDEMPOTENCY_KEY_MISSING)
                .withDetail("Send an Idempotency-Key of your choice, in double quotes, and the same one when you repeat the"
                        + " request.")
                .build();
    }

    public static HttpProblem keyInUse() {
        return of(ProblemType.IDEMPOTENCY_KEY_IN_USE)
                .withDetail("The first request with this key has not ended yet. Repeat this one to get its answer.")
                .withHeader(HttpHeaders.RETRY_AFTER, SOON_SECONDS).build();
    }

    public static HttpProblem keyReused() {
        return of(ProblemType.IDEMPOTENCY_KEY_REUSED)
                .withDetail("A request with the same key had another body. Use a new key for a new submission.").build();
    }

    public static HttpProblem agentTaken() {
        return of(ProblemType.AGENT_TAKEN).withDetail("Another organization used this agentId first. Choose another.")
                .with("violations", List.of(new Violation("/agentId", "is another organization's; choose another"))).build();
    }

    public static HttpProblem duplicateInReview(UUID first, URI link) {
        return of(ProblemType.DUPLICATE_IN_REVIEW)
                .withDetail("The same card and manifest of this agent are in review. Follow that review, or cancel it first.")
                .with("duplicateOf", first).with("links", Map.of("submission", link)).build();
    }

    public static HttpProblem revisionPublished(URI link) {
        return of(ProblemType.REVISION_PUBLISHED)
                .withDetail("A published revision never changes. Submit this card and manifest as another revision.")
                .with("violations", List.of(new Violation("/revision", "is published with another card or manifest")))
                .with("links", Map.of("submission", link)).build();
    }

    public static HttpProblem runTaken() {
        return of(ProblemType.WANDB_RUN_TAKEN)
                .with("violations",
                        List.of(new Violation("/telemetry/wandb/runId", "is the run of another submission; choose another")))
                .build();
    }

    public static HttpProblem tooLarge(long most) {
        return of(ProblemType.REQUEST_TOO_LARGE).withDetail("A submission may have at most " + most + " bytes.").build();
    }

    public static HttpProblem tooComplex(String detail) {
        return of(ProblemType.REQUEST_TOO_COMPLEX).withDetail(detail).build();
    }

    public static HttpProblem unsupportedMediaType() {
        return of(ProblemType.UNSUPPORTED_MEDIA_TYPE)
                .withDetail("Send application/json in UTF-8, or for a submission multipart/form-data.").build();
    }

    public static HttpProblem cardUnavailable() {
        return of(ProblemType.CARD_UNAVAILABLE)
                .withDetail("What fetches cards does not answer, which says nothing about this one. Try again, or send it as"
                        + " cardDocument.")
                .withHeader(HttpHeaders.RETRY_AFTER, LATER_SECONDS).build();
    }

    public static HttpProblem invalid(List<Violation> violations) {
        return of(ProblemType.INVALID_SUBMISSION).with("violations", violations).build();
    }

    /** A document other than a submission has faults. */
    public static HttpProblem invalidRequest(List<Violation> violations) {
        return of(ProblemType.INVALID_REQUEST).with("violations", violations).build();
    }
}
