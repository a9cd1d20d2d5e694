package dev.touchstone.submission.card.signature;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.card.signature.KeyRing.Registered;
import dev.touchstone.submission.card.signature.KeyRing.Standing;
import dev.touchstone.submission.card.signature.SignatureCheck.ForeignKey;
import dev.touchstone.submission.card.signature.SignatureCheck.Malformed;
import dev.touchstone.submission.card.signature.SignatureCheck.NotSigned;
import dev.touchstone.submission.card.signature.SignatureCheck.Refused;
import dev.touchstone.submission.card.signature.SignatureCheck.RevokedKey;
import dev.touchstone.submission.card.signature.SignatureCheck.Tampered;
import dev.touchstone.submission.card.signature.SignatureCheck.UnregisteredKey;
import dev.touchstone.submission.card.signature.SignatureCheck.Valid;

/**
 * The signatures that a card carries itself. Several may stand there while keys are rotated, and others may sign as well:
 * one that holds is enough, but none may be false.
 */
final class JwsSignatures {

    private static final String POINTER = "/signatures";
    /** Each costs several verifications. */
    private static final int MOST = 10;

    private final KeyRing keys;

    JwsSignatures(KeyRing keys) {
        this.keys = keys;
    }

    SignatureCheck check(JsonNode card) {
        JsonNode signatures = card.path("signatures");
        if (signatures.isMissingNode() || signatures.isNull() || (signatures.isArray() && signatures.isEmpty())) {
            return new NotSigned();
        }
        if (!signatures.isArray() || signatures.size() > MOST) {
            return new Malformed(POINTER, "must be an array of at most " + MOST + " signatures");
        }
        return check(signatures, SignedContent.of(card));
    }

    private SignatureCheck check(JsonNode signatures, List<byte[]> forms) {
        List<String> validKeys = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (int index = 0; index < signatures.size(); index++) {
            switch (check(signatures.get(index), POINTER + "/" + index, forms)) {
                case Valid(List<String> keyIds) -> validKeys.addAll(keyIds);
                case Refused each -> refused.add(each);
                case NotSigned none -> throw new IllegalStateException("There is one");
            }
        }
        return refused.stream().filter(each -> validKeys.isEmpty() || isFalse(each)).findFirst()
                .<SignatureCheck> map(each -> each).orElseGet(() -> new Valid(validKeys));
    }

    /** Whether it speaks against the card, and not only for nothing. */
    private static boolean isFalse(Refused refused) {
        return switch (refused) {
            case Tampered tampered -> true;
            case Malformed malformed -> true;
            case ForeignKey foreign -> false;
            case UnregisteredKey unregistered -> false;
            case RevokedKey revoked -> false;
        };
    }

    private SignatureCheck check(JsonNode element, String pointer, List<byte[]> forms) {
        return switch (Jws.read(element)) {
            case Jws.Reading.Refused(String detail) -> new Malformed(pointer, detail);
            case Jws.Reading.Understood(Jws jws) -> check(jws, pointer, forms);
        };
    }

    private SignatureCheck check(Jws jws, String pointer, List<byte[]> forms) {
        List<Registered> meant = keys.find(jws.keyId());
        if (meant.isEmpty()) {
            return new UnregisteredKey(pointer);
        }
        if (meant.stream().noneMatch(each -> jws.fits(each.key()))) {
            return new Malformed(pointer, "names an algorithm that its key does not sign by");
        }
        return meant.stream().filter(each -> forms.stream().anyMatch(form -> jws.isBy(each.key(), form))).findFirst()
                .map(signer -> judged(signer, pointer)).orElseGet(() -> unmatched(meant, pointer));
    }

    private static SignatureCheck judged(Registered signer, String pointer) {
        return switch (signer.standing()) {
            case IN_FORCE -> new Valid(List.of(signer.keyId()));
            case REVOKED -> new RevokedKey(pointer);
            case FOREIGN -> new ForeignKey(pointer);
        };
    }

    /** Nobody learns of another's key more than that it is not theirs. */
    private static Refused unmatched(List<Registered> meant, String pointer) {
        return meant.stream().allMatch(each -> each.standing() == Standing.FOREIGN) ? new ForeignKey(pointer)
                : new Tampered(pointer);
    }
}
