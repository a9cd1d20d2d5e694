/** What goes wrong on order: answers that refuse, come late, break off or are something else, and limits of the rate. */
@NullMarked
package dev.touchstone.local.wandb.faults;

import org.jspecify.annotations.NullMarked;
