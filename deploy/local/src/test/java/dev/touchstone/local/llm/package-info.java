@NullMarked
package dev.touchstone.local.llm;

import org.jspecify.annotations.NullMarked;
