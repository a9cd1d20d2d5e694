package dev.touchstone.submission.review.precheck;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.card.signature.SignatureCheck;

/**
 * A challenge, which a card of A2A may declare as an extension with the {@link #URI uri} of ours. A fresh nonce is sent to
 * a path at the endpoint's origin, and has to come back. Whoever answers controls that origin now and wants the review;
 * if the answer is signed as a card is, they hold a registered key too.
 */
final class Challenge {

    static final String URI = "urn:touchstone:a2a:challenge:v1";
    static final String DEFAULT_PATH = "/.well-known/touchstone-challenge";
    /** In bytes; a signed answer is far smaller. */
    static final int LARGEST_ANSWER = 16_384;

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]{1,100}){1,10}");
    private static final Pattern STEPS = Pattern.compile(".*/\\.{1,2}(/.*)?");

    private Challenge() {
    }

    /** Whether a card declares it. */
    sealed interface Declaration {

        record None() implements Declaration {
        }

        record At(String path) implements Declaration {
        }

        record Unusable() implements Declaration {
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        record NotDeclared() implements Outcome {
        }

        /** The nonce came back; signed with these registered keys, if with any. */
        record Answered(List<String> keyIds) implements Outcome {

            public Answered {
                keyIds = List.copyOf(keyIds);
            }
        }

        record Unanswered(String reason) implements Outcome {
        }
    }

    static Declaration declaredBy(JsonNode card) {
        for (JsonNode extension : card.path("capabilities").path("extensions")) {
            if (extension.path("uri").asText().equals(URI)) {
                JsonNode path = extension.path("params").path("path");
                return path.isMissingNode() ? new Declaration.At(DEFAULT_PATH) : declared(path);
            }
        }
        return new Declaration.None();
    }

    private static Declaration declared(JsonNode path) {
        boolean usable = path.isTextual() && PATH.matcher(path.textValue()).matches()
                && !STEPS.matcher(path.textValue()).matches();
        return usable ? new Declaration.At(path.textValue()) : new Declaration.Unusable();
    }

    /** Where the nonce is sent by GET. */
    static URI address(URI endpoint, String path, String nonce) {
        return endpoint.resolve(path + "?nonce=" + nonce);
    }

    /**
     * @param answer empty where it is no JSON
     * @param signatures checks the signatures of the answer, over its canonical form without them
     */
    static Outcome judge(String nonce, Optional<JsonNode> answer, Function<JsonNode, SignatureCheck> signatures) {
        Optional<JsonNode> echo = answer.filter(JsonNode::isObject)
                .filter(object -> object.path("nonce").isTextual() && object.path("nonce").textValue().equals(nonce));
        return echo.map(object -> signed(signatures.apply(object)))
                .orElseGet(() -> new Outcome.Unanswered("the answer does not hold the nonce"));
    }

    private static Outcome signed(SignatureCheck check) {
        return switch (check) {
            case SignatureCheck.NotSigned none -> new Outcome.Answered(List.of());
            case SignatureCheck.Valid(List<String> keyIds) -> new Outcome.Answered(keyIds);
            case SignatureCheck.Tampered refused -> new Outcome.Unanswered("the answer's signature does not match it");
            case SignatureCheck.Refused refused -> new Outcome.Unanswered("the answer's signature " + refused.detail());
        };
    }
}
