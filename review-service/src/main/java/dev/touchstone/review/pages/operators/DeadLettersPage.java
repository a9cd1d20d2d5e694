package dev.touchstone.review.pages.operators;

import dev.touchstone.review.pages.Frame;
import io.quarkus.qute.TemplateInstance;

/** What services could not take. */
record DeadLettersPage(DeadLettersView view, Frame frame) implements TemplateInstance {
}
