/** What is common to all jurors: what they are shown, without secrets, and what they think of it. */
@NullMarked
package dev.touchstone.judge.jury;

import org.jspecify.annotations.NullMarked;
