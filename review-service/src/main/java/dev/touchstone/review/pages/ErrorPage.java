package dev.touchstone.review.pages;

import io.quarkus.qute.TemplateInstance;

/** What a browser gets in the place of a page. */
record ErrorPage(Fault fault, Frame frame) implements TemplateInstance {

    /** What can go wrong with a page. */
    enum Fault {
        NOT_FOUND,
        FORBIDDEN,
        OTHER_ORIGIN,
        FAILED
    }
}
