package dev.touchstone.review.ledger.check;

/** Keys that come with the source, so that the system runs out of the box. Everybody can sign with them. */
final class DevelopmentKeys {

    private DevelopmentKeys() {
    }

    static boolean isOne(String name) {
        return name.endsWith("-development");
    }
}
