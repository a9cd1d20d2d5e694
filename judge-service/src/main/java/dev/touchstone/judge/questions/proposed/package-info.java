/**
 * Questions that a model proposes, where the operator wants that. What it proposes is not believed: a question that breaks a
 * rule is left out, and a model never makes more than an eighth of all.
 */
@NullMarked
package dev.touchstone.judge.questions.proposed;

import org.jspecify.annotations.NullMarked;
