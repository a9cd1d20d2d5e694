/** The page of an agent: its revisions, how they scored, and two of them side by side. */
@NullMarked
package dev.touchstone.review.pages.agents;

import org.jspecify.annotations.NullMarked;
