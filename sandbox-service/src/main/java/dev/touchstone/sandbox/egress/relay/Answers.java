package dev.touchstone.sandbox.egress.relay;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Excerpt;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.Fetched;
import dev.touchstone.sandbox.egress.Vetted;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the relay answers. A refusal or a failure is an answer with status 200: the relay itself did its work. */
final class Answers {

    private Answers() {
    }

    /**
     * Why not.
     *
     * @param refused whether the way out said no, of which the asking service tells; otherwise it did not work
     */
    @RegisterForReflection
    record Reason(String code, String detail, boolean refused) {

        static Reason of(FailureCode code, String detail) {
            return new Reason(code.code(), detail, code.isRefusal());
        }
    }

    /** Whether a URL may be called, and all that is against it. */
    @RegisterForReflection
    record Vet(boolean allowed, List<Reason> reasons) {

        static Vet unknownSecret() {
            return new Vet(false, List.of(Reason.of(FailureCode.CREDENTIAL, "the secret is not known here")));
        }

        static Vet of(Vetted vetted) {
            return switch (vetted) {
                case Vetted.Admitted admitted -> new Vet(true, List.of());
                case Vetted.Refused(var reasons) -> new Vet(false,
                        reasons.stream().map(reason -> Reason.of(reason.code(), reason.detail())).toList());
            };
        }
    }

    /**
     * Whether anything answers there.
     *
     * @param reachable any HTTP answer below 500: an agent that only takes POST answers a GET with 405
     */
    @RegisterForReflection
    record Probe(boolean reachable, @Nullable Integer status, @Nullable Reason reason, long latencyMillis) {

        static Probe of(Fetched fetched, long latencyMillis) {
            return switch (fetched) {
                case Fetched.Failure failure ->
                    new Probe(false, null, Reason.of(failure.code(), failure.detail()), latencyMillis);
                case Fetched.Response response when response.status() < 500 ->
                    new Probe(true, response.status(), null, latencyMillis);
                case Fetched.Response response -> new Probe(false, response.status(),
                        Reason.of(FailureCode.HTTP_STATUS, "it answers with status " + response.status()), latencyMillis);
            };
        }
    }

    /**
     * What stands there, or why it could not be had.
     *
     * @param outcome {@code fetched}, then with a status, whichever it is, and the content, or {@code failed}, then with
     *        a code and a detail
     * @param url where the content came from, after all redirects
     * @param refused as of a {@link Reason}
     */
    @RegisterForReflection
    record Fetch(String outcome, @Nullable Integer status, @Nullable String contentType, @Nullable String content,
            @Nullable String url, @Nullable String code, @Nullable String detail, boolean refused) {

        static Fetch of(Fetched fetched) {
            return switch (fetched) {
                case Fetched.Failure failure -> failed(failure.code(), failure.detail());
                case Fetched.Response(int status, String text, Fetched.Source from, var usage) when from.utf8() ->
                    new Fetch("fetched", status, from.contentType(), text, from.url(), null, null, false);
                case Fetched.Response other -> failed(FailureCode.NOT_UTF8, "the content is not UTF-8");
            };
        }

        private static Fetch failed(FailureCode code, String detail) {
            return new Fetch("failed", null, null, null, null, code.code(), detail, code.isRefusal());
        }
    }

    /**
     * What the agent said, or why there is no answer.
     *
     * @param outcome {@code answered}, then with a text, or {@code failed}, then with a code and a detail
     * @param toolCalls that the agent tells of, as raw as the text, and no more of them than are read; null where it failed
     * @param tokens as the agent counts them; null where it does not say
     * @param refused as of a {@link Reason}
     */
    @RegisterForReflection
    record Message(String outcome, @Nullable String text, @Nullable List<ToolCall> toolCalls, @Nullable Tokens tokens,
            @Nullable String contextId, @Nullable String code, @Nullable String detail, boolean refused, long latencyMillis) {

        static Message of(Answer answer) {
            long latency = answer.latency().toMillis();
            return switch (answer) {
                case Answer.Said(Utterance said, String contextId, var took, var usage) ->
                    new Message("answered", said.text(), said.toolCalls(), said.tokens(), contextId, null, null, false,
                            latency);
                case Answer.Failed failed ->
                    new Message("failed", null, null, null, null, failed.code().code(),
                            Excerpt.of(failed.detail(), Excerpt.LONGEST_DETAIL).text(), failed.code().isRefusal(), latency);
            };
        }
    }
}
