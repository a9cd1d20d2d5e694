package dev.touchstone.review.ledger.check;

/** What is no fault, and still has to be known before a valid export is relied upon. */
public sealed interface Caution {

    /** The key is the one that everybody has who has the source: its signature proves nothing to others. */
    record DevelopmentKey(String key) implements Caution {
    }

    /** No key was given, so the one in the file was believed: whoever made the file chose it. */
    record KeyOfTheFile(String key) implements Caution {
    }

    /**
     * Later entries of the submission would not be missed.
     *
     * @param index of the last entry that is here; -1 where there is none
     */
    record TailOpen(long index) implements Caution {
    }

    /** Only a part of the log was looked at. */
    record PartOnly(long from, long to, long size) implements Caution {
    }
}
