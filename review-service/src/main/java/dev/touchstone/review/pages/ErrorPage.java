package dev.touchstone.review.pages;

import io.quarkus.qute.TemplateInstance;

/** What a browser gets in the place of a page. */
public record ErrorPage(Fault fault, Frame frame) implements TemplateInstance {

    /** What can go wrong with a page. */
    public enum Fault {
        NOT_FOUND,
        FORBIDDEN,
        OTHER_ORIGIN,
        FAILED
    }
}
