/**
 * One attempt of a stage, whichever stage it is: its cases worked on side by side and each only once, what was said as it is
 * kept, and how it ends in events and files. What an answer means is decided by the stages.
 */
@NullMarked
package dev.touchstone.sandbox.attempt;

import org.jspecify.annotations.NullMarked;
