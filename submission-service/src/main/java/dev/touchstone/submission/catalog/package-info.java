/** The last stage: an approved revision enters the catalog. Publication and the end of the review are one transaction. */
@NullMarked
package dev.touchstone.submission.catalog;

import org.jspecify.annotations.NullMarked;
