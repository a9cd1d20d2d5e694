package dev.touchstone.submission;

import java.net.URI;
import java.util.Locale;

/**
 * Why this service refuses something. The key is stable; clients may branch on it. A new type needs a row with an example
 * in the table of README.md, and a way to provoke it in {@code ProblemsTableTest}, which compares the two.
 */
public enum ProblemType {

    MALFORMED_JSON(400, "The request is not JSON"),
    MALFORMED_PARAMETER(400, "A parameter is malformed"),
    MALFORMED_MULTIPART(400, "The parts are not those of a submission"),
    IDEMPOTENCY_KEY_MALFORMED(400, "The Idempotency-Key is malformed"),
    IDEMPOTENCY_KEY_MISSING(400, "An Idempotency-Key is required"),
    NOT_FOUND(404, "There is no such thing"),
    AGENT_TAKEN(409, "The agent belongs to another organization"),
    DUPLICATE_IN_REVIEW(409, "The same is in review already"),
    REVISION_PUBLISHED(409, "The revision is published, and was another"),
    IDEMPOTENCY_KEY_IN_USE(409, "The request is being carried out"),
    WANDB_RUN_TAKEN(409, "The W&B run belongs to another submission"),
    ORGANIZATION_EXISTS(409, "There is an organisation of this id"),
    MEMBER_EXISTS(409, "The person is a member of an organisation already"),
    SIGNING_KEY_TAKEN(409, "The key is registered already, here or by another organisation"),
    LIMIT_REACHED(409, "There may be no more of these"),
    REVIEW_ENDED(409, "The review has already ended"),
    REVIEW_OPEN(409, "The review has not ended"),
    POLICY_VERSION_TAKEN(409, "The version of the policy is taken"),
    POLICY_ACTIVE(409, "The policy is in force already"),
    NEVER_A_BASELINE(409, "The revision was never the agent's baseline"),
    ALREADY_BASELINE(409, "The revision is the agent's baseline already"),
    REQUEST_TOO_LARGE(413, "The request is too large"),
    REQUEST_TOO_COMPLEX(413, "The request nests too deep or holds too much"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has another media type than is read here"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
    INVALID_POLICY(422, "The policy is not valid"),
    INVALID_SUBMISSION(422, "The submission is not valid"),
    CARD_TAMPERED(422, "The card is not the one that was signed"),
    SIGNING_KEY_FOREIGN(422, "The signing key belongs to another organization"),
    SIGNING_KEY_UNREGISTERED(422, "The signing key is not registered"),
    SIGNING_KEY_REVOKED(422, "The signing key was revoked"),
    SIGNATURE_MALFORMED(422, "The signature cannot be checked"),
    SIGNATURE_REQUIRED(422, "The card has to be signed"),
    INVALID_REQUEST(422, "The request is not valid"),
    TOO_MANY_REQUESTS(429, "There were too many requests"),
    TOO_MANY_STREAMS(429, "You watch too many reviews at a time"),
    STREAMS_EXHAUSTED(503, "Too many reviews are being watched"),
    CARD_UNAVAILABLE(503, "The card cannot be fetched at the moment");

    private static final String PREFIX = "urn:touchstone:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The last part of the {@code type}, as {@code not-found}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public URI uri() {
        return URI.create(PREFIX + key());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
