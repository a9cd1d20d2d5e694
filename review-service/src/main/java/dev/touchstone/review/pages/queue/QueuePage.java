package dev.touchstone.review.pages.queue;

import dev.touchstone.review.pages.Frame;
import io.quarkus.qute.TemplateInstance;

/** {@code /}: what awaits a decision, what runs, what ended. */
record QueuePage(QueueView view, Frame frame) implements TemplateInstance {
}
