package dev.touchstone.review.ledger.check;

/** Keys that come with the source, so that the system runs out of the box. Everybody can sign with them. */
public final class DevelopmentKeys {

    private DevelopmentKeys() {
    }

    public static boolean isOne(String name) {
        return name.contains("development");
    }
}
