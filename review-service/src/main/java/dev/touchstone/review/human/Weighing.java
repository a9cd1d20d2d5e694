package dev.touchstone.review.human;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.review.Findings.Ruling;

/**
 * What a reviewer's word comes to. One person decides with the jury, or where it left the question open; against its verdict
 * two must agree, each with reasons. So must they where whoever had the jury look again approves: alone they could ask until
 * it no longer rejects. Who may decide at all is not asked here.
 */
sealed interface Weighing {

    /** It is the decision. */
    record Stands() implements Weighing {
    }

    /** Another reviewer must agree. */
    record Proposes() implements Weighing {
    }

    /**
     * It agrees with what another one proposed, and is the decision.
     *
     * @param overridden the verdict that it goes against, null where it goes against none
     */
    record Confirms(@Nullable Ruling overridden, Proposal first) implements Weighing {
    }

    /** Whoever proposed it agrees with nobody but themselves. */
    record OwnAgreement(Proposal first) implements Weighing {
    }

    /** It takes two, and does not say why. */
    record NotesMissing() implements Weighing {
    }

    /** Whether it takes two is not known here yet. */
    record VerdictUnknown() implements Weighing {
    }

    /** A reviewer's word. */
    record Word(Decision decision, @Nullable String notes, String by) {
    }

    static Weighing of(Word word, Grounds grounds) {
        if (grounds.lackVerdict()) {
            return new VerdictUnknown();
        }
        Ruling overridden = isAgainst(word.decision(), grounds.verdict()) ? grounds.verdict() : null;
        if (overridden == null && !approvesWhatItAskedFor(word, grounds)) {
            return new Stands();
        }
        Proposal earlier = grounds.earlier();
        Proposal first = earlier != null && earlier.decision() == word.decision() ? earlier : null;
        if (first != null && isSame(first.by(), word.by())) {
            return new OwnAgreement(first);
        }
        if (word.notes() == null || word.notes().isBlank()) {
            return new NotesMissing();
        }
        return first == null ? new Proposes() : new Confirms(overridden, first);
    }

    private static boolean approvesWhatItAskedFor(Word word, Grounds grounds) {
        return word.decision() == Decision.APPROVED && isAmong(word.by(), grounds.askedAgain());
    }

    private static boolean isAgainst(Decision decision, @Nullable Ruling verdict) {
        return switch (verdict) {
            case null -> false;
            case APPROVE -> decision == Decision.REJECTED;
            case REJECT -> decision == Decision.APPROVED;
            case MANUAL -> false;
        };
    }

    static boolean isAmong(String name, List<String> names) {
        return names.stream().anyMatch(other -> isSame(name, other));
    }

    /** Names that a reader of the ledger would take for one person are one person's. */
    private static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
