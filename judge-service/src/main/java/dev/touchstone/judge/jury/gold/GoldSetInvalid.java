package dev.touchstone.judge.jury.gold;

/** A gold set that nothing may be measured by; the message names the line. */
final class GoldSetInvalid extends RuntimeException {

    private static final long serialVersionUID = 1;

    GoldSetInvalid(String reason) {
        super(reason);
    }
}
