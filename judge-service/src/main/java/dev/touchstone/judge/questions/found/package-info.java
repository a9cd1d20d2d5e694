/**
 * Questions from what the security gate and the functional stage found in this round. Their files are read as strictly as
 * their schemas are written; what cannot be read is said, so that nobody approves an agent without having seen it.
 */
@NullMarked
package dev.touchstone.judge.questions.found;

import org.jspecify.annotations.NullMarked;
