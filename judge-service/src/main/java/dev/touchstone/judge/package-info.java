/**
 * The judge stage: asks the agent what its own card promises, lets a jury score the answers, and says a reasoned verdict. The
 * root holds the edge, what is asked of the service and what it answers; what decides lies below it and is pure.
 */
@NullMarked
package dev.touchstone.judge;

import org.jspecify.annotations.NullMarked;
