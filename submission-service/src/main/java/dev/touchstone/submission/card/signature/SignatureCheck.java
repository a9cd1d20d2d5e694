package dev.touchstone.submission.card.signature;

import java.util.List;

/** What the signatures of a card come to. Each way to fail is a case of its own, since each has another remedy. */
public sealed interface SignatureCheck {

    /** There is no signature; that is no fault of one. */
    record NotSigned() implements SignatureCheck {
    }

    /** Signed with registered keys. */
    record Valid(List<String> keyIds) implements SignatureCheck {

        public Valid {
            keyIds = List.copyOf(keyIds);
        }
    }

    /** There is a signature, and it does not hold. */
    sealed interface Refused extends SignatureCheck {

        /** Where: a JSON pointer below the card, or below the request where it begins with {@code /signatureBundle}. */
        String pointer();

        /** For people. */
        String detail();
    }

    /** The card is not the one that was signed, or the key not the one that signed it. */
    record Tampered(String pointer) implements Refused {

        @Override
        public String detail() {
            return "does not match the card";
        }
    }

    /** The key is another organisation's. */
    record ForeignKey(String pointer) implements Refused {

        @Override
        public String detail() {
            return "is made with a key that another organization registered";
        }
    }

    /** Nobody registered the key. */
    record UnregisteredKey(String pointer) implements Refused {

        @Override
        public String detail() {
            return "is made with a key that is not registered";
        }
    }

    /** The organisation gave the key up. */
    record RevokedKey(String pointer) implements Refused {

        @Override
        public String detail() {
            return "is made with a key that was revoked";
        }
    }

    /** It cannot be checked at all. */
    record Malformed(String pointer, String detail) implements Refused {
    }
}
