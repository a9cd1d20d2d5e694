package dev.touchstone.review.ledger.check;

import java.io.IOException;
import java.io.InputStream;

/** A file, or what else can be read more than once. */
public interface Source {

    InputStream open() throws IOException;
}
