package dev.touchstone.review.pages.agents;

import dev.touchstone.review.pages.Frame;
import io.quarkus.qute.TemplateInstance;

/** An agent over its revisions. */
record AgentPage(AgentView view, Frame frame) implements TemplateInstance {
}
