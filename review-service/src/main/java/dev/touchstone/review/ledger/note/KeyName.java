package dev.touchstone.review.ledger.note;

/** The rule for names of keys: what separates them from the rest of a line must not be in them. */
final class KeyName {

    /** Far above any host and path; a bound, so that a line has one. */
    private static final int LONGEST = 255;

    private KeyName() {
    }

    static String checked(String name) {
        MalformedNote.unless(!name.isEmpty() && name.length() <= LONGEST,
                "A key's name has 1 to " + LONGEST + " characters");
        MalformedNote.unless(name.codePoints().noneMatch(KeyName::isSeparator),
                "A key's name has no space, no control character and no plus");
        return name;
    }

    private static boolean isSeparator(int character) {
        return character == '+' || Character.isWhitespace(character) || Character.isSpaceChar(character)
                || Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
