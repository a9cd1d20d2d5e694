package dev.touchstone.sandbox;

import java.util.Optional;
import java.util.stream.Stream;

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
    /** The call needs a secret that is not known here, or that may not go where the call leads. */
    CREDENTIAL("credential"),
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

    /**
     * Whether the way out itself said no, by a rule: these are told as events. What only did not work, as a name without an
     * address or a slow answer, is no refusal, and neither is an answer that went beyond a limit.
     */
    public boolean isRefusal() {
        return switch (this) {
            case BAD_URL, BLOCKED_PORT, PRIVATE_ADDRESS, REDIRECT, CREDENTIAL, CIRCUIT_OPEN -> true;
            case NOT_RESOLVED, CONNECT, BROKEN, TLS, TIMEOUT, TOO_LARGE, HTTP_STATUS, NOT_UTF8, TOO_DEEP, EMPTY, NOT_UNDERSTOOD,
                    AGENT_ERROR, BUSY, BUDGET ->
                false;
        };
    }

    /** The one that is written so, if this version knows it. */
    public static Optional<FailureCode> of(String code) {
        return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** Lower case, with underscores. */
    public String code() {
        return code;
    }
}
