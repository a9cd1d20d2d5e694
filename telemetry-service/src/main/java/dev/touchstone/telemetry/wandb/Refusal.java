package dev.touchstone.telemetry.wandb;

/** Why W&amp;B does not take a request, as far as a client can act on it. */
public enum Refusal {

    /** The key or the identity is nobody's, or not any more: HTTP 401. */
    CREDENTIAL,

    /** The key is somebody's who may not do this: HTTP 403, or an error that says so in a GraphQL answer. */
    PERMISSION,

    /** The id belonged to a run that was deleted. It can never be used again in that project; another id can. */
    DELETED_RUN,

    /** The request is larger than the server takes: HTTP 413. */
    TOO_LARGE,

    /** What the server tells of a run contradicts itself, so that nobody can say where to go on. */
    MALFORMED_RUN,

    /** The server's TLS certificate is nobody's whom this machine trusts. */
    UNTRUSTED_SERVER,

    /** Anything else: the reason is text for people. */
    OTHER;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int CONTENT_TOO_LARGE = 413;

    /** Whether an error says that the id is a deleted run's. Older servers say it with 400, newer ones with 409. */
    public static boolean saysDeleted(String error) {
        return error.contains("previously created and deleted");
    }

    /** The one answer to it, whatever the status was. */
    public static <T> Answer<T> deletedRun(String reason) {
        return new Answer.Refused<>(CONFLICT, reason, DELETED_RUN);
    }

    static Refusal of(int status) {
        return switch (status) {
            case UNAUTHORIZED -> CREDENTIAL;
            case FORBIDDEN -> PERMISSION;
            case CONTENT_TOO_LARGE -> TOO_LARGE;
            default -> OTHER;
        };
    }
}
