package dev.touchstone.sandbox.attempt.llm;

/** Carries the reason why there is no answer out through the library, which knows exceptions only. */
final class CallFailed extends RuntimeException {

    private final transient LlmAnswer.Unavailable reason;

    CallFailed(LlmAnswer.Code code, String detail) {
        super(detail);
        this.reason = new LlmAnswer.Unavailable(code, detail);
    }

    LlmAnswer.Unavailable reason() {
        return reason;
    }

    /** The caller was told to stop while the model was asked. */
    static final class Interrupted extends RuntimeException {

        Interrupted(InterruptedException cause) {
            super(cause);
        }
    }
}
