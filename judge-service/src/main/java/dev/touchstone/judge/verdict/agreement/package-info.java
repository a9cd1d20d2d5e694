/**
 * How far a jury can be trusted: whether its jurors agree, how many of them are more than an echo, and whether the order of
 * the material sways them. What the votes do not show is null, never 0.
 */
@NullMarked
package dev.touchstone.judge.verdict.agreement;

import org.jspecify.annotations.NullMarked;
