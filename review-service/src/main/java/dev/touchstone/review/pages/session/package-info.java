/**
 * Who is signed in to the pages. A person shows a key once and the browser keeps a cookie instead; what the person may do is
 * asked of the directory at every request, as if the key itself were shown.
 */
@NullMarked
package dev.touchstone.review.pages.session;

import org.jspecify.annotations.NullMarked;
