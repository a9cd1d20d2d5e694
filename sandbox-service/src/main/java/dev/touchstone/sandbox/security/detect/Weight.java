package dev.touchstone.sandbox.security.detect;

/** How much a text says: letters and digits, of which a Japanese one says as much as two or three others. */
final class Weight {

    private Weight() {
    }

    static int of(CharSequence text) {
        return text.chars().filter(Character::isLetterOrDigit).map(each -> each < 0x2E80 ? 1 : 2).sum();
    }
}
