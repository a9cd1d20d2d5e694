package dev.touchstone.review.ledger.compare;

import java.util.List;

/** What the ledger and a run do not say alike. The cases are what somebody may have done, or failed to do. */
public sealed interface Difference {

    /** The entry at fault; -1 where a row names none. */
    long index();

    /** A stable word for programs. */
    String code();

    /** For people, on one line. */
    String text();

    /** The run has no row of the entry. */
    record EntryWithoutRow(long index) implements Difference {

        @Override
        public String code() {
            return "entry-without-row";
        }

        @Override
        public String text() {
            return "entry " + index + ": the run has no row of it";
        }
    }

    /** The submission has no such entry. */
    record RowWithoutEntry(long index, long step) implements Difference {

        @Override
        public String code() {
            return "row-without-entry";
        }

        @Override
        public String text() {
            return "row at step " + step + ": the ledger has no entry " + index + " of this submission";
        }
    }

    /** The row does not say which entry it is about. */
    record UnreadableRow(long index, long step) implements Difference {

        @Override
        public String code() {
            return "unreadable-row";
        }

        @Override
        public String text() {
            return "row at step " + step + ": it names no entry";
        }
    }

    /**
     * The row has the hash of another text.
     *
     * @param run what the row says; empty where it says nothing
     */
    record OtherLeafHash(long index, long step, String ledger, String run) implements Difference {

        @Override
        public String code() {
            return "other-leaf-hash";
        }

        @Override
        public String text() {
            return "entry " + index + ": its leaf hash is " + ledger + ", the row at step " + step + " has " + said(run);
        }
    }

    /** The row ties the entry to another event. */
    record OtherEventId(long index, long step, String ledger, String run) implements Difference {

        @Override
        public String code() {
            return "other-event-id";
        }

        @Override
        public String text() {
            return "entry " + index + ": it records event " + ledger + ", the row at step " + step + " has " + said(run);
        }
    }

    /** The entry names another run than the one that is compared. */
    record WrongRun(long index, String ledger, List<String> runs) implements Difference {

        public WrongRun {
            runs = List.copyOf(runs);
        }

        @Override
        public String code() {
            return "wrong-run";
        }

        @Override
        public String text() {
            return "entry " + index + ": it names run " + said(ledger) + ", compared with " + String.join(" or ", runs);
        }
    }

    /** Several rows are about one entry, or several entries have one index. */
    record DuplicateIndex(long index, boolean inLedger, int times) implements Difference {

        @Override
        public String code() {
            return inLedger ? "duplicate-entry" : "duplicate-row";
        }

        @Override
        public String text() {
            return "entry " + index + ": " + times + (inLedger ? " entries have this index" : " rows are about it");
        }
    }

    /** The run has no row of the event that the entry records. */
    record EventWithoutRow(long index, String eventId) implements Difference {

        @Override
        public String code() {
            return "event-without-row";
        }

        @Override
        public String text() {
            return "entry " + index + ": the run has no row of its event " + eventId;
        }
    }

    private static String said(String text) {
        return text.isEmpty() ? "nothing" : text;
    }
}
