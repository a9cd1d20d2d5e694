package dev.touchstone.sandbox.egress.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget.Protocol;
import dev.touchstone.events.AgentTarget.Terms;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.egress.Call;
import dev.touchstone.sandbox.egress.relay.Problems.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the other services send, as it came. Checked as a whole, so that all faults are told at once. */
final class Requests {

    /** In characters; an answer's limits are the guarded way out's. */
    static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_ID = 512;
    /** Of a context and a task. */
    private static final int LONGEST_CONTEXT = 2 * LONGEST_ID + 1;
    private static final int MOST_ROUNDS = 50;
    private static final String JSON = "application/json";
    /** As RFC 9110 writes them, with nothing but a weight behind; what else a header could hold stays out. */
    private static final Pattern MEDIA_RANGES = Pattern.compile("RANGE(, ?RANGE)*"
            .replace("RANGE", "[A-Za-z0-9.+*_-]+/[A-Za-z0-9.+*_-]+(; ?q=[01](\\.[0-9]{1,3})?)?"));

    private Requests() {
    }

    /**
     * A URL to look at. Whether it is one is the vetting's to say; here it only has to be there.
     *
     * @param credential the name of a secret that would be sent there; only the vetting looks at it
     */
    @RegisterForReflection
    record Url(@Nullable String url, @Nullable String credential) {

        /**
         * @throws HttpProblem if it is missing
         */
        String checked() {
            if (url == null || url.isBlank()) {
                throw Problems.invalid(List.of(new Violation("/url", "is missing")));
            }
            return url;
        }
    }

    /**
     * A document to get.
     *
     * @param accept media ranges for the header; {@code application/json} where absent
     * @param maxBytes the most that is taken; the way out's own limit where absent
     */
    @RegisterForReflection
    record Fetch(@Nullable String url, @Nullable String accept, @Nullable Integer maxBytes) {

        /**
         * @throws HttpProblem with every fault
         */
        Call checked() {
            List<Violation> violations = new ArrayList<>();
            String ranges = accept == null ? JSON : accept;
            int most = maxBytes == null ? Integer.MAX_VALUE : maxBytes;
            if (url == null || url.isBlank()) {
                violations.add(new Violation("/url", "is missing"));
            }
            if (ranges.length() > LONGEST_ID || !MEDIA_RANGES.matcher(ranges).matches()) {
                violations.add(new Violation("/accept", "is no list of media ranges"));
            }
            if (most < 1) {
                violations.add(new Violation("/maxBytes", "is less than 1"));
            }
            if (!violations.isEmpty() || url == null) {
                throw Problems.invalid(violations);
            }
            return Call.fetch(url, ranges, most);
        }
    }

    /**
     * Something to say to an agent.
     *
     * @param contextId of its answer before, in the same conversation
     * @param terms what the agent asks for beyond its protocol
     * @param earlier what was said before, for protocols that have no contexts
     */
    @RegisterForReflection
    record Message(@Nullable String endpoint, @Nullable String protocol, @Nullable String text, @Nullable String contextId,
            @Nullable Terms terms, @Nullable List<@Nullable Round> earlier) {

        /**
         * @throws HttpProblem with every fault
         */
        CheckedMessage checked() {
            List<Violation> violations = new ArrayList<>();
            Optional<Protocol> known = known(protocol);
            if (endpoint == null || endpoint.isBlank()) {
                violations.add(new Violation("/endpoint", "is missing"));
            }
            if (known.isEmpty()) {
                violations.add(new Violation("/protocol", "is none of " + protocols()));
            }
            if (text == null || text.isEmpty() || text.length() > LONGEST_TEXT) {
                violations.add(new Violation("/text", "has from 1 to " + LONGEST_TEXT + " characters"));
            }
            if (contextId != null && (contextId.isEmpty() || contextId.length() > LONGEST_CONTEXT)) {
                violations.add(new Violation("/contextId", "is null or has from 1 to " + LONGEST_CONTEXT + " characters"));
            }
            List<Prompt.Round> rounds = rounds(violations);
            if (!violations.isEmpty() || endpoint == null || text == null) {
                throw Problems.invalid(violations);
            }
            return new CheckedMessage(endpoint, known.orElseThrow(), terms == null ? Terms.NONE : terms,
                    new Prompt(text, contextId, rounds));
        }

        private List<Prompt.Round> rounds(List<Violation> violations) {
            List<@Nullable Round> given = earlier == null ? List.of() : earlier;
            List<Prompt.Round> rounds = given.stream().flatMap(Round::checked).toList();
            if (rounds.size() != given.size() || rounds.size() > MOST_ROUNDS) {
                violations.add(new Violation("/earlier", "has at most " + MOST_ROUNDS + " rounds, each with a prompt and an"
                        + " answer of at most " + LONGEST_TEXT + " characters"));
            }
            return rounds;
        }
    }

    /** One prompt and its answer. */
    @RegisterForReflection
    record Round(@Nullable String prompt, @Nullable String answer) {

        static Stream<Prompt.Round> checked(@Nullable Round round) {
            String prompt = round == null ? null : round.prompt;
            String answer = round == null ? null : round.answer;
            return prompt == null || prompt.length() > LONGEST_TEXT || answer == null || answer.length() > LONGEST_TEXT
                    ? Stream.empty()
                    : Stream.of(new Prompt.Round(prompt, answer));
        }
    }

    record CheckedMessage(String endpoint, Protocol protocol, Terms terms, Prompt prompt) {
    }

    private static Optional<Protocol> known(@Nullable String key) {
        return Stream.of(Protocol.values()).filter(protocol -> protocol.key().equals(key)).findFirst();
    }

    private static String protocols() {
        return Stream.of(Protocol.values()).map(Protocol::key).collect(Collectors.joining(", "));
    }
}
