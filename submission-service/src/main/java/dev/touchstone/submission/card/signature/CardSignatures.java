package dev.touchstone.submission.card.signature;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.SignatureBundle;
import dev.touchstone.submission.card.signature.SignatureCheck.Malformed;
import dev.touchstone.submission.card.signature.SignatureCheck.NotSigned;
import dev.touchstone.submission.card.signature.SignatureCheck.Refused;
import dev.touchstone.submission.card.signature.SignatureCheck.Valid;

/** Checks all signatures of a card. Of the two kinds each may be absent, and each that is there has to hold. */
final class CardSignatures {

    private CardSignatures() {
    }

    /**
     * @param card an object whose numbers are all as exact as in its canonical form, as the intake sees to
     * @param bundle null where none came with the card
     */
    static SignatureCheck check(JsonNode card, @Nullable SignatureBundle bundle, KeyRing keys) {
        try {
            SignatureCheck inside = new JwsSignatures(keys).check(card);
            SignatureCheck beside = bundle == null ? new NotSigned() : new BundleSignature(keys).check(card, bundle);
            return both(inside, beside);
        } catch (IllegalArgumentException withoutForm) {
            return new Malformed("", "holds what RFC 8785 cannot write");
        }
    }

    private static SignatureCheck both(SignatureCheck inside, SignatureCheck beside) {
        return switch (inside) {
            case Refused refused -> refused;
            case NotSigned none -> beside;
            case Valid(List<String> keyIds) -> switch (beside) {
                case Refused refused -> refused;
                case NotSigned none -> inside;
                case Valid(List<String> more) ->
                    new Valid(Stream.concat(keyIds.stream(), more.stream()).distinct().toList());
            };
        };
    }
}
