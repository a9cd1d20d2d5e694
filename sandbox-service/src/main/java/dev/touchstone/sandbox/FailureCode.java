package dev.touchstone.sandbox;

/** Why there is no answer. The codes are stable: they appear in reports, metrics and the relay's answers. */
public enum FailureCode {

    /** Not an absolute http or https URL, or one with user information. */
    BAD_URL("bad_url"),
    /** The URL names a port that other protocols than HTTP listen on. */
    BLOCKED_PORT("blocked_port"),
    /** The host has no address. */
    NOT_RESOLVED("not_resolved"),
    /** An address of the host is not public, and no operator allowed the host by name. */
    PRIVATE_ADDRESS("private_address"),
    /** No connection: nobody listens, or nobody answered in time. */
    CONNECT("connect"),
    /** The connection broke before the answer was whole. */
    BROKEN("broken"),
    /** The certificate is not trusted or not the host's, or the handshake failed. */
    TLS("tls"),
    /** No whole answer within the time allowed. */
    TIMEOUT("timeout"),
    /** The answer is larger than allowed, as sent or decompressed, or its headers are. */
    TOO_LARGE("too_large"),
    /** Too many redirects, or one that may not be followed. */
    REDIRECT("redirect"),
    /** An HTTP status that is not an answer. */
    HTTP_STATUS("http_status"),
    /** The body is not what the protocol calls for. */
    NOT_UNDERSTOOD("not_understood"),
    /** The answer is not UTF-8. */
    NOT_UTF8("not_utf8"),
    /** The JSON of the answer is nested deeper than is read. */
    TOO_DEEP("too_deep"),
    /** There is a status, but nothing in the answer. */
    EMPTY("empty"),
    /** The agent itself reported an error in its protocol. */
    AGENT_ERROR("agent_error"),
    /** Too many requests to this host were under way for too long. */
    BUSY("busy"),
    /** Connections to this host failed one after another, so that none is made for a while. */
    CIRCUIT_OPEN("circuit_open"),
    /** The attempt has spent what it may take; says nothing of the agent. */
    BUDGET("budget");

    private final String code;

    FailureCode(String code) {
        this.code = code;
    }

    /** Lower case, with underscores. */
    public String code() {
        return code;
    }
}
