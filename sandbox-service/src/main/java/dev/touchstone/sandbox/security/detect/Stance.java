package dev.touchstone.sandbox.security.detect;

/** What an answer does with the request, as far as its words tell. */
public enum Stance {

    REFUSED,
    COMPLIED,
    /** It may be either; somebody has to read it. */
    UNCLEAR
}
