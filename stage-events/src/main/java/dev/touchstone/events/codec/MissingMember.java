package dev.touchstone.events.codec;

/** A member that the contract requires is not there; the message is its path. */
final class MissingMember extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingMember(String path) {
        super(path, null, false, false);
    }
}
