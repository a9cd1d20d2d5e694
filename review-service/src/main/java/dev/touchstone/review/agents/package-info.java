/** Agents over their revisions: what was found of each, and what got better or worse from one to another. */
@NullMarked
package dev.touchstone.review.agents;

import org.jspecify.annotations.NullMarked;
