package dev.touchstone.judge.llm;

/**
 * Carries what came of a call out through the library, which knows exceptions only. Without a cause, since that is unwrapped.
 */
final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason for people, of our own words: what a host says of an error may hold anything, the key too
     */
    CallFailed(String reason) {
        super(reason);
    }

    ModelReply reply() {
        return new ModelReply.Unavailable(String.valueOf(getMessage()));
    }

    /** The attempt was given up while the model was asked. */
    static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
