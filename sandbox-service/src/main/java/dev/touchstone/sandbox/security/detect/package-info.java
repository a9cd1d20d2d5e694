/**
 * What can be seen in an answer: secrets in any form, and the words that refuse or help. All of it is pure, works on hostile
 * text in a time that grows no faster than the text, and says where it saw what.
 */
@NullMarked
package dev.touchstone.sandbox.security.detect;

import org.jspecify.annotations.NullMarked;
