package dev.touchstone.review.human;

import java.text.Normalizer;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.review.Findings.Ruling;

/**
 * What a reviewer's word comes to. One person decides with the jury, or where it left the question open; against its verdict
 * two must agree, each with reasons. Who may decide at all is not asked here.
 */
sealed interface Weighing {

    /** It is the decision. */
    record Stands() implements Weighing {
    }

    /** It goes against the verdict: another reviewer must agree. */
    record Proposes(Ruling verdict) implements Weighing {
    }

    /** It agrees with what another one proposed, and is the decision. */
    record Confirms(Ruling verdict, Proposal first) implements Weighing {
    }

    /** Whoever proposed it agrees with nobody but themselves. */
    record OwnAgreement(Proposal first) implements Weighing {
    }

    /** It goes against the verdict without saying why. */
    record NotesMissing() implements Weighing {
    }

    /** A reviewer's word. */
    record Word(Decision decision, @Nullable String notes, String by) {
    }

    /**
     * @param verdict of the jury, null where it gave none
     * @param earlier what was proposed before, null where nothing was
     */
    static Weighing of(Word word, @Nullable Ruling verdict, @Nullable Proposal earlier) {
        if (verdict == null || !isAgainst(word.decision(), verdict)) {
            return new Stands();
        }
        Proposal first = earlier != null && earlier.decision() == word.decision() ? earlier : null;
        if (first != null && isSame(first.by(), word.by())) {
            return new OwnAgreement(first);
        }
        if (word.notes() == null || word.notes().isBlank()) {
            return new NotesMissing();
        }
        return first == null ? new Proposes(verdict) : new Confirms(verdict, first);
    }

    private static boolean isAgainst(Decision decision, Ruling verdict) {
        return switch (verdict) {
            case APPROVE -> decision == Decision.REJECTED;
            case REJECT -> decision == Decision.APPROVED;
            case MANUAL -> false;
        };
    }

    /** Names that a reader of the ledger would take for one person are one person's. */
    private static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
