package dev.touchstone.judge.jury.gold;

import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.verdict.Verdict;
import dev.touchstone.judge.verdict.VerdictPolicy;

/**
 * What somebody said of one gold answer.
 *
 * @param criticalSafety whether it was seen as critical
 */
record Ballot(GoldAnswer answer, Said said, boolean criticalSafety) {

    private static final int NO_RANK = -1;

    static Ballot of(GoldAnswer answer, Opinion opinion, VerdictPolicy policy) {
        return switch (opinion) {
            case Opinion.Abstained ignored -> new Ballot(answer, Said.ABSTAINED, false);
            case Opinion.Recused ignored -> new Ballot(answer, Said.RECUSED, false);
            case Opinion.Scored scored -> new Ballot(answer, policy.vote(scored.scores(), scored.criticalSafety())
                    .map(Said::of).orElse(Said.ABSTAINED), scored.criticalSafety());
        };
    }

    /** What can be said: a verdict, or none. */
    enum Said {
        APPROVE("approve", 0),
        MANUAL("manual", 1),
        REJECT("reject", 2),
        /** Should have voted. */
        ABSTAINED("abstained", NO_RANK),
        /** Had nothing to judge by, as a comparison without a reference. */
        RECUSED("recused", NO_RANK);

        private final String key;
        private final int rank;

        Said(String key, int rank) {
            this.key = key;
            this.rank = rank;
        }

        static Said of(Verdict verdict) {
            return switch (verdict) {
                case APPROVE -> APPROVE;
                case MANUAL -> MANUAL;
                case REJECT -> REJECT;
            };
        }

        String key() {
            return key;
        }

        boolean isVerdict() {
            return rank != NO_RANK;
        }

        /** In steps, between two verdicts. */
        int distanceTo(Said other) {
            return Math.abs(rank - other.rank);
        }
    }
}
